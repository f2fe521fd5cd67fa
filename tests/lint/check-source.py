#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-source.py [--list-potfiles] ROOT   the rules of the house that a script can check. Prints TAP.

With --list-potfiles it writes po/POTFILES anew instead: every file with text to translate.

A line may be let through, by a comment on it or on the line above that says why:
    /* lint: allow RULE, REASON */
RULE is the name of the test. Reasons are read in review.
"""
import fnmatch
import re
import sys
from pathlib import Path

# Which layers a layer may include; itself is understood.
LAYERS = {
    'base': [],
    'domain': ['base'],
    'learn': ['base', 'domain'],
    'store': ['base', 'domain'],
    'services': ['base', 'domain', 'store'],
    'parse': ['base'],
    'exchange': ['base', 'domain', 'store', 'services', 'parse'],
    'print': ['base', 'domain', 'store', 'services'],
    'cli': ['base', 'domain', 'store', 'services', 'parse', 'exchange', 'print'],
    'gui': ['base', 'domain', 'store', 'services', 'parse', 'exchange', 'print'],
    'main': ['base', 'domain', 'store', 'services', 'parse', 'exchange', 'print', 'cli', 'gui'],
}
# Headers from outside that belong to some layers only.
OUTSIDE = [
    (r'sqlite3\.h', ['store']),
    (r'(gtk|gdk|gsk)/|adwaita\.h', ['gui', 'main']),
    (r'libxml/|xmlreader|relaxng', ['parse', 'exchange']),
    (r'pango|cairo', ['print', 'gui']),
    (r'X11/', ['gui']),
]
MAX_LINES = 900
MAX_FUNCTION = 60


class Source:
    """A file, its lines, and the same lines without comments (and, for code, without literals)."""

    def __init__(self, root, path):
        self.path = path.relative_to(root).as_posix()
        self.text = path.read_text(encoding='utf-8')
        self.lines = self.text.split('\n')
        self.stem = path.stem
        parts = self.path.split('/')
        self.is_c = path.suffix in ('.c', '.h')
        self.in_src = parts[0] == 'src'
        self.layer = None
        if self.in_src and self.is_c:
            self.layer = parts[1] if len(parts) > 2 else 'main'
        if self.is_c:
            bare = re.sub(r'/\*.*?\*/|//[^\n]*', self._blank, self.text, flags=re.S)
            self.bare = bare.split('\n')
            self.code = re.sub(r'"(?:\\.|[^"\\\n])*"', '""', bare).split('\n')
        else:
            self.bare = self.code = self.lines

    @staticmethod
    def _blank(match):
        return re.sub(r'[^\n]', ' ', match.group())

    def allowed(self, number, rule):
        """Whether line NUMBER (from 1) carries, or follows, a reasoned exception for RULE."""
        pattern = rf'lint: allow {rule}, \w'
        return any(re.search(pattern, line) for line in self.lines[max(0, number - 2):number])

    def matches(self, pattern, lines=None):
        for number, line in enumerate(self.code if lines is None else lines, 1):
            match = re.search(pattern, line)
            if match:
                yield number, match


class Checker:
    def __init__(self, root):
        self.root = root
        self.rules = []
        self.files = []
        for top in ('src', 'tests', 'ui', 'icons', 'po', '.ci', '.packaging'):
            for path in sorted((root / top).rglob('*')):
                if path.is_file() and '__pycache__' not in path.parts and self._is_text(path):
                    self.files.append(Source(root, path))
        for name in ('meson.build', 'README.md'):
            if (root / name).exists():
                self.files.append(Source(root, root / name))
        self.c = [f for f in self.files if f.is_c]
        self.src = [f for f in self.c if f.in_src]
        self.headers = {Path(f.path).name: f.layer for f in self.src if f.path.endswith('.h')}

    @staticmethod
    def _is_text(path):
        return path.suffix in ('.c', '.h', '.py', '.sh', '.ui', '.css', '.sql', '.xml', '.in', '.build', '.md',
                               '.supp', '.po', '.svg', '.its', '.rng', '.loc', '')

    def rule(self, function):
        self.rules.append((function.__name__.replace('_', '-'), function))
        return function

    def run(self):
        failed = False
        print(f'1..{len(self.rules)}')
        for number, (name, function) in enumerate(self.rules, 1):
            found = []
            for source, line, message in function(self):
                if line == 0 or not source.allowed(line, name):
                    found.append(f'{source.path if source else ""}:{line}: {message}')
            print(f'{"not ok" if found else "ok"} {number} {name}')
            for message in found:
                print(f'# {message}')
            failed = failed or bool(found)
        return 1 if failed else 0


ARGUMENTS = [a for a in sys.argv[1:] if not a.startswith('--')]
ROOT = Path(ARGUMENTS[0] if ARGUMENTS else '.').resolve()
checker = Checker(ROOT)
rule = checker.rule


def kebab(name):
    """MullCsvReader and MullCSVReader both live in mull-csv-reader."""
    name = re.sub(r'([a-z0-9])([A-Z])', r'\1-\2', name)
    return re.sub(r'([A-Z]+)([A-Z][a-z])', r'\1-\2', name).lower()


def includes(source):
    """(line, name, whether in quotes) of every include."""
    for number, match in source.matches(r'^#\s*include\s+([<"])([^>"]+)[>"]', source.bare):
        yield number, match[2], match[1] == '"'


def functions(source):
    """(line of the name, name, line of the closing brace) of every function defined."""
    name = None
    for number, line in enumerate(source.code, 1):
        match = re.match(r'(\w+) \(', line)
        if match and not line.rstrip().endswith(';') and match[1] not in ('if', 'for', 'while', 'switch'):
            name = (number, match[1])
        elif line == '}' and name:
            yield (*name, number)
            name = None
        elif line.startswith('}') or line.startswith('#'):
            name = None


@rule
def spdx(self):
    for f in self.files:
        if f.is_c:
            if f.lines[0] != '/* SPDX-License-Identifier: GPL-3.0-or-later */':
                yield f, 1, 'the first line is not the SPDX line'
        elif Path(f.path).suffix in ('.py', '.sh', '.css', '.ui', '.sql') or f.lines[0].startswith('#!'):
            if not any('SPDX-License-Identifier: ' in line for line in f.lines[:3]):
                yield f, 1, 'no SPDX line among the first three'


@rule
def file_length(self):
    for f in self.c:
        if len(f.lines) - 1 > MAX_LINES:
            yield f, 0, f'{len(f.lines) - 1} lines; split it by concern ({MAX_LINES} at most)'


@rule
def function_length(self):
    for f in self.src:
        for start, name, end in functions(f):
            if end - start > MAX_FUNCTION:
                yield f, start, f'{name} has {end - start} lines; {MAX_FUNCTION} at most'


@rule
def one_type_per_file(self):
    for f in self.src:
        if f.path.endswith('.h'):
            types = [(n, m) for n, m in f.matches(r'^G_DECLARE_\w+_TYPE \((\w+)')]
            for number, match in types:
                if kebab(match[1]) != f.stem.removesuffix('-private'):
                    yield f, number, f'{match[1]} belongs into {kebab(match[1])}.h'


@rule
def header_form(self):
    for f in self.c:
        if not f.path.endswith('.h'):
            continue
        if f.lines[1] != '#pragma once':
            yield f, 2, 'the second line is not #pragma once'
        begins = [n for n, _ in f.matches(r'^G_BEGIN_DECLS')]
        for number, _, _ in includes(f):
            if begins and number > begins[0]:
                yield f, number, 'an include after G_BEGIN_DECLS'
        if not begins and any(True for _ in f.matches(r'^\w.*\w \(.*\)( G_GNUC_\w+)?;')):
            yield f, 1, 'functions are declared outside of G_BEGIN_DECLS'
        ours_seen = False
        for number, _, ours in includes(f):
            if ours_seen and not ours:
                yield f, number, 'a system include after one of ours'
            ours_seen = ours_seen or ours


@rule
def source_form(self):
    for f in self.src:
        if not f.path.endswith('.c'):
            continue
        domain = re.fullmatch(r'#define G_LOG_DOMAIN "([\w-]+)"', f.lines[1])
        if not domain or not (f.stem + '-').startswith(domain[1] + '-'):
            yield f, 2, f'the second line is not #define G_LOG_DOMAIN "{f.stem}"'
        names = list(includes(f))
        if not names or names[0][1] != 'config.h':
            yield f, names[0][0] if names else 1, 'the first include is not config.h'
            continue
        rest = names[1:]
        if f.stem + '.h' in self.headers:
            if not rest or rest[0][1] not in (f.stem + '.h', f.stem + '-private.h'):
                yield f, names[0][0], 'the second include is not its own header'
            rest = rest[1:]
        system_seen = False
        for number, name, ours in rest:
            if system_seen and ours:
                yield f, number, f'{name} stands after a system include'
            system_seen = system_seen or not ours


@rule
def layers(self):
    for f in self.src:
        if f.layer not in LAYERS:
            yield f, 0, f'{f.layer} is not a layer'
            continue
        for number, name, ours in includes(f):
            owner = self.headers.get(name.split('/')[-1]) if ours else None
            if owner and owner != f.layer and owner not in LAYERS[f.layer]:
                yield f, number, f'{f.layer} may not include {name} of {owner}'
            for pattern, homes in OUTSIDE:
                if not ours and re.match(pattern, name) and f.layer not in homes:
                    yield f, number, f'{name} belongs to {" and ".join(homes)}'


# What looks at the bytes of files from outside: for the program in the sandbox alone.
PARSERS = r'mull-(csv-(reader|sender)|vcard-(reader|scan|sender|value)|archive-sender)\.h'


@rule
def parsers_in_the_sandbox(self):
    for f in self.src:
        for number, name, _ in includes(f):
            if f.layer != 'parse' and re.fullmatch(PARSERS, name):
                yield f, number, f'{name} is for the program that parses; ask it by mull-parser.h'


@rule
def final_types(self):
    for f in self.src:
        derivable = any(True for g in self.src if g.stem == f.stem for _ in g.matches('G_DECLARE_DERIVABLE_TYPE'))
        for number, _ in f.matches(r'\bG_DECLARE_DERIVABLE_TYPE\b'):
            if not f.lines[number - 2].rstrip().endswith('*/'):
                yield f, number, 'a derivable type without a reason in a comment above'
        for number, match in f.matches(r'\bG_DEFINE_TYPE(_WITH_\w+)?\b'):
            if not derivable:
                yield f, number, f'{match[0]}: types are final unless something derives from them'


@rule
def property_ids(self):
    for f in self.src:
        for number, match in f.matches(r'\bPROP_0\b|\bN_PROP(ERTIE)?S\b|\bG_OBJECT_WARN_INVALID_PROPERTY_ID\b|switch \(prop(erty)?_id\)'):
            yield f, number, f'{match[0]}: property ids are a named enum from 1, its switch has no default'


@rule
def owning_locals(self):
    for f in self.c:
        for number, match in f.matches(r'^\s+(g_autoptr ?\(\w+\)|g_auto ?\(\w+\)|g_autofree [\w ]+\*?) ?\*?\w+;'):
            yield f, number, 'an owning local is initialised where it is declared'


@rule
def no_object_data(self):
    for f in self.c:
        for number, match in f.matches(r'\bg_object_\w*(set|get|steal|replace|dup)_q?data\w*'):
            yield f, number, f'{match[0]}: use a field or a struct'


SQL = r'"\s*(SELECT |INSERT |UPDATE \w+ SET|DELETE FROM|REPLACE INTO|CREATE (TEMP |UNIQUE |VIRTUAL )*(TABLE|INDEX|TRIGGER)|ALTER TABLE|DROP |PRAGMA |BEGIN IMMEDIATE|COMMIT|ROLLBACK|WITH RECURSIVE |VACUUM|ATTACH )'


@rule
def sql_columns_by_name(self):
    for f in self.c:
        for number, _ in f.matches(r'(?i)"[^"]*\bSELECT \*', f.bare):
            yield f, number, 'SELECT * : name the columns'


@rule
def sql_only_in_store(self):
    for f in self.src:
        if f.layer != 'store':
            for number, match in f.matches(SQL, f.bare):
                yield f, number, f'SQL outside of the store: {match[0].strip()}'


@rule
def sql_values_are_bound(self):
    for f in self.src:
        for number, _ in f.matches(SQL[:-1] + r')[^"]*%[-0-9l.*]*[sdiuqQwfg]\b', f.bare):
            yield f, number, 'a value printed into SQL: bind it'


@rule
def stores_do_not_commit(self):
    for f in self.src:
        if f.stem.endswith('-store'):
            for number, match in f.matches(r'"(BEGIN|COMMIT|END|ROLLBACK)\b|\bmull_database_(begin|commit|rollback)\w*', f.bare):
                yield f, number, f'{match[0]}: only the workspace begins and commits'


@rule
def no_nested_loops(self):
    for f in self.src:
        for number, match in f.matches(r'\bg_main_context_iteration\b|\bg_main_loop_run\b|\bg_main_loop_new\b'):
            yield f, number, f'{match[0]} in src'


@rule
def plain_c_types(self):
    for f in self.c:
        for number, match in f.matches(r'\b(gint|gchar|gdouble|gfloat|gshort)\b'):
            yield f, number, f'{match[0]}: use the plain C type'


@rule
def no_notes_to_self(self):
    words = '|'.join(('TO' 'DO', 'FIX' 'ME', 'XX' 'X', 'HA' 'CK'))
    for f in self.files:
        if not f.path.endswith('.po'):
            for number, match in f.matches(rf'\b({words})\b', f.lines):
                if f.is_c and match[0] in f.bare[number - 1]:
                    continue  # in a literal: the code of no currency, for instance
                yield f, number, f'{match[0]}: do it or leave it out'


@rule
def public_functions_documented(self):
    documented, defined = set(), set()
    for f in self.src:
        documented.update(re.findall(r'/\*\*\n \* (\w+):', f.text))
        defined.update(name for _, name, _ in functions(f))
    for f in self.src:
        if not f.path.endswith('.h'):
            continue
        for number, match in f.matches(r'^(?!typedef|#|static|extern|G_DE|MULL_DE)[\w ]+?[ *](mull_\w+) \('):
            name = match[1]
            if name in defined - documented and not name.endswith(('_get_type', '_ref', '_unref', '_free')):
                yield f, number, f'{name} has no doc comment'


MARKUP = r'\b(gtk_label_set_markup\w*|gtk_widget_set_tooltip_markup|pango_layout_set_markup\w*|pango_parse_markup|gtk_tooltip_set_markup|gtk_label_set_use_markup|adw_message_dialog_format_(heading|body)_markup)\b'
PARSED = r'\b(adw_toast_new|adw_toast_set_title|adw_preferences_row_set_title|adw_action_row_set_subtitle|adw_preferences_group_set_(title|description)|adw_status_page_set_(title|description)|adw_expander_row_set_subtitle)\b'


@rule
def no_raw_markup(self):
    for f in self.src:
        for number, match in f.matches(MARKUP):
            yield f, number, f'{match[0]} parses markup: use the plain setter and attributes'
        for number, match in f.matches(PARSED):
            near = '\n'.join(f.bare[max(0, number - 7):number + 3])
            if not re.search(r'markup|\([\w, ()]*\b_ ?\("', near):
                yield f, number, f'{match[0]} parses markup: escape the text, or switch use-markup off'


# What lets libxml2 do more than read the bytes it was given, or read less strictly.
XML_FLAGS = r'\bXML_PARSE_(NOENT|DTDLOAD|DTDATTR|DTDVALID|XINCLUDE|HUGE|RECOVER|NOERROR|SAX1)\b'
XML_CALLS = r'\b(xml(Reader|NewTextReader|TextReader)\w*(File|Filename|Fd|IO)|xml(Ctxt)?Read(File|Fd|IO)|xmlParse(File|Entity)|xmlNodeGetContent|xmlXInclude\w*|xmlLoadExternalEntity|xmlSubstituteEntitiesDefault)\b'


@rule
def xml_reads_only_its_bytes(self):
    for f in self.src:
        for number, match in f.matches(XML_FLAGS):
            yield f, number, f'{match[0]}: what a document says must not make the parser do more'
        for number, match in f.matches(XML_CALLS):
            yield f, number, f'{match[0]}: read from memory, with the streaming reader'
        for number, _ in f.matches(r'\bxml(Ctxt)?(ReaderFor|Read)Memory \('):
            if 'XML_PARSE_NONET' not in ' '.join(f.code[number - 1:number + 3]):
                yield f, number, 'without XML_PARSE_NONET'


@rule
def gettext_in_libraries(self):
    for f in self.src:
        if f.layer != 'main':
            for number, name, _ in includes(f):
                if name == 'glib/gi18n.h':
                    yield f, number, 'libraries include glib/gi18n-lib.h'


@rule
def potfiles(self):
    path = self.root / 'po/POTFILES'
    listed = [line for line in path.read_text(encoding='utf-8').split('\n') if line and not line.startswith('#')]
    potfiles_file = next(f for f in self.files if f.path == 'po/POTFILES')
    if listed != sorted(listed):
        yield potfiles_file, 0, 'not in alphabetical order'
    for name in listed:
        if not (self.root / name).exists():
            yield potfiles_file, 0, f'{name} does not exist'
    for f in self.files:
        if f.path not in listed and has_text(f):
            yield f, 0, 'has text to translate and is not in po/POTFILES (see --list-potfiles)'


def has_text(f):
    """Whether a file has text for translators."""
    if not (f.in_src or f.path.startswith('ui/')):
        return False
    if f.is_c:
        return any(True for _ in f.matches(r'(?<!\w)(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) ?\("', f.bare))
    if f.path.endswith(('.desktop.in', '.metainfo.xml.in', '.gschema.xml')):
        return True
    if f.path.startswith('src/exchange/templates/'):
        return f.path.endswith('.xml')
    return 'translatable="yes"' in f.text


def list_potfiles(self):
    path = self.root / 'po/POTFILES'
    comments = [line for line in path.read_text(encoding='utf-8').split('\n') if line.startswith('#')]
    path.write_text('\n'.join(comments + sorted(f.path for f in self.files if has_text(f))) + '\n', encoding='utf-8')


@rule
def sources_have_tests(self):
    tests = {Path(f.path).stem for f in self.c if f.path.startswith('tests/')}
    included = {name for f in self.c if Path(f.path).stem.startswith('test-') for _, name, ours in includes(f) if ours}
    elsewhere = []
    listing = self.root / 'tests/lint/tested-elsewhere'
    for line in listing.read_text(encoding='utf-8').split('\n'):
        if line and not line.startswith('#'):
            pattern, _, reason = line.partition(': ')
            if not reason:
                raise SystemExit(f'{listing}: no reason: {line}')
            elsewhere.append(pattern)
    for f in self.src:
        words = f.stem.removeprefix('mull-').split('-')
        names = ['-'.join(words)]
        if f.stem + '.h' not in self.headers:  # one concern of a type that is split over files
            names += ['-'.join(words[:n]) for n in range(1, len(words))]
        if f.path.endswith('.c') and f.stem + '.h' not in included and not any('test-' + name in tests for name in names):
            if not any(fnmatch.fnmatch(f.path, pattern) for pattern in elsewhere):
                yield f, 0, f'no tests/**/test-{f.stem.removeprefix("mull-")}.c, no other test includes its header, and no reason in tests/lint/tested-elsewhere'


@rule
def no_machine_paths(self):
    pattern = r'(?<![\w.$}~)*])/(home|root|work|mnt)/\w'
    for f in self.files:
        if f.path == 'tests/lint/check-source.py':
            continue
        for number, match in f.matches(pattern, f.lines):
            yield f, number, f'{match[0]}: a path of one machine'


@rule
def no_trailing_space(self):
    for f in self.files:
        for number, _ in f.matches(r'[ \t]+$|\r', f.lines):
            yield f, number, 'white space at the end of the line'
        if not f.text.endswith('\n') or f.text.endswith('\n\n'):
            yield f, 0, 'does not end with exactly one line end'


if __name__ == '__main__':
    if '--list-potfiles' in sys.argv:
        sys.exit(list_potfiles(checker))
    sys.exit(checker.run())
