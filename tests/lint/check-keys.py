#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-keys.py SOURCE

What the window of keyboard shortcuts promises is what the program does: every key with Control or
Alt that the source binds is in ui/gtk/help-overlay.ui, and every key there is bound.
"""

import pathlib
import re
import sys
from xml.etree import ElementTree

BOUND = re.compile(r'GDK_KEY_(\w+),\s*((?:GDK_\w+_MASK(?:\s*\|\s*)?)+)')
NAMED = re.compile(r'GDK_KEY_(\w+)')
ACCEL = re.compile(r'((?:<\w+>)+)(\w+)')

# The same keys elsewhere on a keyboard, and what every list and every text has by itself.
OTHER_NAMES = re.compile(r'^(KP_|ISO_)|^equal$')
OF_ANY_LIST = {'<Control>space', '<Control>a', '<Control><Shift>a'}


def spell(modifiers, key):
    names = [name for mask, name in (('CONTROL', '<Control>'), ('SHIFT', '<Shift>'), ('ALT', '<Alt>'))
             if mask in modifiers]
    return ''.join(names) + key


def bound_keys(source):
    """(keys with Control or Alt, names of all keys)"""
    strong, names = set(), set()
    for path in list(source.glob('src/gui/**/*.c')) + list(source.glob('ui/**/*.ui')):
        if path.name == 'help-overlay.ui':
            continue
        text = path.read_text().replace('&lt;', '<').replace('&gt;', '>')
        names.update(NAMED.findall(text))
        for key, modifiers in BOUND.findall(text):
            strong.add(spell(modifiers, key))
        for modifiers, key in ACCEL.findall(text):
            names.add(key)
            if path.suffix == '.ui' or modifiers in ('<Control>', '<Alt>', '<Control><Shift>'):
                strong.add(modifiers + key)
    return {key for key in strong
            if ('<Control>' in key or '<Alt>' in key) and key not in OF_ANY_LIST and
            not OTHER_NAMES.search(key.rpartition('>')[2])}, names


def promised_keys(source):
    tree = ElementTree.parse(source / 'ui/gtk/help-overlay.ui')
    return {key for element in tree.iter('property') if element.get('name') == 'accelerator'
            for key in element.text.split()}


def main():
    source = pathlib.Path(sys.argv[1])
    bound, names = bound_keys(source)
    promised = promised_keys(source)
    missing = sorted(bound - promised)
    # A digit may be made from the one before it.
    idle = sorted(key for key in promised
                  if key not in bound and key.rpartition('>')[2] not in names and not key.isdigit())
    print('1..2')
    print('not ok' if missing else 'ok', '1 every key is told of', '#' if missing else '',
          ' '.join(missing))
    print('not ok' if idle else 'ok', '2 every key that is told of does something',
          '#' if idle else '', ' '.join(idle))
    return 1 if missing or idle else 0


sys.exit(main())
