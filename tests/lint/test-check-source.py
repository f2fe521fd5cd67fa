#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether check-source.py finds what it is there to find: one small offence per case. Prints TAP."""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKER = Path(__file__).with_name('check-source.py')
SPDX = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n'


def header(body, includes='#include <glib.h>\n'):
    return f'{SPDX}#pragma once\n\n{includes}\nG_BEGIN_DECLS\n\n{body}\n\nG_END_DECLS\n'


def source(stem, body, includes=''):
    return f'{SPDX}#define G_LOG_DOMAIN "{stem}"\n\n#include "config.h"\n\n#include "{stem}.h"\n{includes}\n{body}\n'


CLEAN = {
    'src/base/mull-thing.h': header('void mull_thing_do (void);'),
    'src/base/mull-thing.c': source('mull-thing', '/**\n * mull_thing_do:\n */\nvoid\nmull_thing_do (void)\n{\n}'),
    'src/services/mull-higher.h': header(''),
    'src/main.c': f'{SPDX}#define G_LOG_DOMAIN "main"\n\n#include "config.h"\n',
    'tests/base/test-thing.c': SPDX,
    'tests/lint/tested-elsewhere': 'src/main.c: the program itself\n',
    'po/POTFILES': 'src/base/mull-thing.c\n',
}
THING = CLEAN['src/base/mull-thing.c']
THING_H = CLEAN['src/base/mull-thing.h']


def body(text):
    """The clean source with TEXT in its function."""
    return THING.replace('{\n}', '{\n  ' + text + '\n}')


def thing(text):
    return {'src/base/mull-thing.c': text}


CASES = [
    ('spdx', thing(THING.replace(SPDX, '/* no licence */\n'))),
    ('spdx', {'src/run': '#!/bin/bash\necho\n'}),
    ('file-length', thing(THING + '\n' * 900 + '/* end */\n')),
    ('function-length', thing(body('\n  '.join(['call ();'] * 61)))),
    ('one-type-per-file', {'src/base/mull-thing.h': header('G_DECLARE_FINAL_TYPE (MullOther, mull_other, MULL, OTHER, GObject)')}),
    ('header-form', {'src/base/mull-thing.h': THING_H.replace('#pragma once\n', '')}),
    ('header-form', {'src/base/mull-thing.h': THING_H.replace('G_BEGIN_DECLS\n', '')}),
    ('header-form', {'src/base/mull-thing.h': header('', '#include "mull-other.h"\n#include <glib.h>\n')}),
    ('source-form', thing(THING.replace('"mull-thing"\n', '"mull-other"\n', 1))),
    ('source-form', thing(THING.replace('#include "config.h"\n', ''))),
    ('source-form', thing(THING.replace('#include "mull-thing.h"', '#include <glib.h>\n#include "mull-thing.h"'))),
    ('layers', thing(THING.replace('#include "mull-thing.h"\n', '#include "mull-thing.h"\n#include "mull-higher.h"\n'))),
    ('layers', thing(source('mull-thing', '', '#include <sqlite3.h>\n'))),
    ('layers', thing(source('mull-thing', '', '#include <gtk/gtk.h>\n'))),
    ('layers', thing(source('mull-thing', '', '#include <libxml/tree.h>\n'))),
    ('layers', thing(source('mull-thing', '', '#include <pango/pangocairo.h>\n'))),
    ('parsers-in-the-sandbox', thing(THING.replace('#include "mull-thing.h"\n', '#include "mull-thing.h"\n#include "mull-csv-reader.h"\n'))),
    ('final-types', thing(THING + 'G_DEFINE_TYPE (MullThing, mull_thing, G_TYPE_OBJECT)\n')),
    ('property-ids', thing(body('switch (prop_id)'))),
    ('owning-locals', thing(body('g_autoptr (GError) error;'))),
    ('owning-locals', thing(body('g_autofree char *name;'))),
    ('no-object-data', thing(body('g_object_set_data (object, "key", value);'))),
    ('sql-columns-by-name', {'src/store/mull-x-store.c': source('mull-x-store', 'const char *sql = "SELECT * FROM deal";')}),
    ('sql-only-in-store', thing(body('query ("SELECT id FROM deal");'))),
    ('sql-values-are-bound', {'src/store/mull-x-store.c': source('mull-x-store', 'x ("SELECT id FROM deal WHERE title = \'%s\'");')}),
    ('stores-do-not-commit', {'src/store/mull-x-store.c': source('mull-x-store', 'x ("BEGIN IMMEDIATE");')}),
    ('no-nested-loops', thing(body('g_main_context_iteration (NULL, TRUE);'))),
    ('plain-c-types', thing(body('gint n = 0;'))),
    ('no-notes-to-self', thing(body('/* TO' 'DO: later */'))),
    ('public-functions-documented', thing(THING.replace('/**\n * mull_thing_do:\n */\n', ''))),
    ('no-raw-markup', thing(body('gtk_label_set_markup (label, text);'))),
    ('no-raw-markup', thing(body('adw_toast_new (title);'))),
    ('xml-reads-only-its-bytes', thing(body('open (XML_PARSE_NONET | XML_PARSE_NOENT);'))),
    ('xml-reads-only-its-bytes', thing(body('xmlReaderForFile (name, NULL, XML_PARSE_NONET);'))),
    ('xml-reads-only-its-bytes', thing(body('xmlReaderForMemory (data, n, NULL, NULL, 0);'))),
    ('gettext-in-libraries', thing(source('mull-thing', '', '#include <glib/gi18n.h>\n'))),
    ('potfiles', {'src/main.c': CLEAN['src/main.c'] + 'const char *text = _("Hello");\n'}),
    ('potfiles', {'po/POTFILES': 'src/gone.c\n'}),
    ('sources-have-tests', {'tests/base/test-thing.c': None}),
    ('no-machine-paths', thing(body('open ("/home' '/ann/file");'))),
    ('no-trailing-space', thing(THING.replace('{\n', '{ \n'))),
    ('no-trailing-space', thing(THING + '\n')),
]
# What looks like an offence and is none.
FINE = [
    thing(body('adw_toast_new (_("Done"));')),
    thing(body('/* lint: allow plain-c-types, the library wants it */\n  gint n = 0;')),
    thing(body('print ("SELECT YOUR DEAL");').replace('SELECT YOUR', 'Select your')),
    thing(body('/* g_object_set_data would be wrong here */')),
    {'src/store/mull-x-store.c': source('mull-x-store', 'x ("SELECT id FROM deal WHERE title LIKE ?1 || \'%\'");'), 'tests/store/test-x-store.c': SPDX},
]


def offences(changes):
    """The names of the rules that fail on the clean tree with CHANGES."""
    with tempfile.TemporaryDirectory(prefix='mull-lint-') as folder:
        for name, text in {**CLEAN, **changes}.items():
            if text is not None:
                path = Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding='utf-8')
        run = subprocess.run([sys.executable, CHECKER, folder], capture_output=True, text=True)
    return set(re.findall(r'^not ok \d+ (\S+)', run.stdout, flags=re.M)), run.stdout + run.stderr


def main():
    number, failed = 0, False
    rules = set(re.findall(r'@rule\ndef (\w+)', CHECKER.read_text(encoding='utf-8')))
    results = [('clean', *offences({}), set())]
    results += [(f'finds {rule}', *offences(changes), {rule}) for rule, changes in CASES]
    results += [('lets through', *offences(changes), set()) for changes in FINE]
    untried = {rule.replace('_', '-') for rule in rules} - {rule for rule, _ in CASES}
    print(f'1..{len(results) + 1}')
    for name, found, output, expected in results:
        number += 1
        good = expected <= found if expected else not found and output
        print(f'{"ok" if good else "not ok"} {number} {name}')
        if not good:
            failed = True
            for line in output.splitlines():
                if not line.startswith('ok'):
                    print(f'# {line}')
    print(f'{"not ok" if untried else "ok"} {number + 1} every rule is tried')
    if untried:
        print(f'# not tried: {", ".join(sorted(untried))}')
    return 1 if failed or untried else 0


if __name__ == '__main__':
    sys.exit(main())
