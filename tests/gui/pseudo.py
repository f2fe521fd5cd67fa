#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pseudo.py SOURCE COMMAND [ARGUMENT...]

Runs COMMAND in a language in which every text of the program is its English self in ⟦brackets⟧.
What is on the screen without them was never given to gettext.
"""

import os
import re
import subprocess
import sys
import tempfile

# As i18n.gettext() of Meson asks for them with its preset for GLib.
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3',
            'g_dpgettext2:2c,3', 'ngettext:1,2', 'dgettext:2', 'dngettext:2,3']

# Read by a program, not by a person.
NOT_WORDS = re.compile(r'^msgctxt "ISO 4217 code"$', re.M)

LITERAL = r'"(?:[^"\\]|\\.)*"'
TRANSLATION = re.compile(rf'^(msgstr(?:\[\d\])? )({LITERAL}(?:\n{LITERAL})*)$', re.M)


def extract(source):
    """The template of all texts, with each text as its own translation."""
    environment = dict(os.environ, GETTEXTDATADIRS=os.path.join(source, 'src/exchange/templates'))
    command = ['xgettext', '--from-code=UTF-8', '--files-from=po/POTFILES', '--directory=.',
               '--package-name=mulligan', '--output=-'] + [f'--keyword={word}' for word in KEYWORDS]
    template = subprocess.run(command, cwd=source, env=environment, check=True,
                              stdout=subprocess.PIPE).stdout
    return subprocess.run(['msgen', '--no-wrap', '-'], input=template, check=True,
                          stdout=subprocess.PIPE).stdout.decode()


def bracket(match):
    lines = match.group(2)
    if not lines.replace('"', '').strip():
        return match.group(0)
    start = lines.index('"') + 1
    end = len(lines) - 1
    # A line break stays the last thing.
    while lines[:end].endswith('\\n'):
        end -= 2
    return match.group(1) + lines[:start] + '⟦' + lines[start:end] + '⟧' + lines[end:]


def pseudo(catalogue):
    header, *entries = catalogue.split('\n\n')
    header = re.sub(r'charset=[\w-]+', 'charset=UTF-8', header)
    header = re.sub(r'\n"Plural-Forms:.*"', '', header)
    header += '\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"'
    kept = [entry if NOT_WORDS.search(entry) else TRANSLATION.sub(bracket, entry)
            for entry in entries]
    return '\n\n'.join([header] + kept) + '\n'


def main():
    source, *command = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix='mull-pseudo.') as folder:
        messages = os.path.join(folder, 'en_XA', 'LC_MESSAGES')
        os.makedirs(messages)
        subprocess.run(['msgfmt', '--output-file', os.path.join(messages, 'mulligan.mo'), '-'],
                       input=pseudo(extract(source)).encode(), check=True)
        environment = dict(os.environ, LANGUAGE='en_XA', MULLIGAN_LOCALE_DIR=folder)
        return subprocess.run(command, env=environment, check=False).returncode


sys.exit(main())
