#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-keys.py SOURCE

What the window of keyboard shortcuts promises is what the program does: every key with Control or
Alt that the source binds is in ui/gtk/help-overlay.ui, every key there is bound, and none is told to do more than
it can.
"""

import collections
import pathlib
import re
import sys
from xml.etree import ElementTree

BOUND = re.compile(r'GDK_KEY_(\w+),\s*((?:GDK_\w+_MASK(?:\s*\|\s*)?)+)')
NAMED = re.compile(r'GDK_KEY_(\w+)')
PLAIN = re.compile(r'GDK_KEY_(\w+),\s*0\b')
ACCEL = re.compile(r'((?:<\w+>)+)(\w+)')

# The same keys elsewhere on a keyboard, and what every list and every text has by itself.
OTHER_NAMES = re.compile(r'^(KP_|ISO_)|^equal$')
OF_ANY_LIST = {'<Control>space', '<Control>a', '<Control><Shift>a'}


def spell(modifiers, key):
    names = [name for mask, name in (('CONTROL', '<Control>'), ('SHIFT', '<Shift>'), ('ALT', '<Alt>'))
             if mask in modifiers]
    return ''.join(names) + key


def bound_keys(source):
    """(how often each key with Control or Alt is bound, how often each name is there without saying
    whether with any of them)"""
    strong, names = collections.Counter(), collections.Counter()
    for path in list(source.glob('src/gui/**/*.c')) + list(source.glob('ui/**/*.ui')):
        if path.name == 'help-overlay.ui':
            continue
        text = path.read_text().replace('&lt;', '<').replace('&gt;', '>')
        names.update(NAMED.findall(text))
        names.subtract(PLAIN.findall(text))
        for key, modifiers in BOUND.findall(text):
            strong[spell(modifiers, key)] += 1
            names[key] -= 1
        for modifiers, key in ACCEL.findall(text):
            names.setdefault(key, 0)
            if path.suffix == '.ui' or modifiers in ('<Control>', '<Alt>', '<Control><Shift>'):
                strong[modifiers + key] += 1
    return {key: n for key, n in strong.items()
            if ('<Control>' in key or '<Alt>' in key) and key not in OF_ANY_LIST and
            not OTHER_NAMES.search(key.rpartition('>')[2])}, names


def promised_keys(source):
    tree = ElementTree.parse(source / 'ui/gtk/help-overlay.ui')
    return collections.Counter(
        key for element in tree.iter('property') if element.get('name') == 'accelerator'
        for key in element.text.split())


def main():
    source = pathlib.Path(sys.argv[1])
    bound, names = bound_keys(source)
    promised = promised_keys(source)
    missing = sorted(set(bound) - set(promised))
    # A digit may be made from the one before it.
    idle = sorted(key for key in promised
                  if key not in bound and key.rpartition('>')[2] not in names and not key.isdigit())
    doubled = sorted(key for key, n in promised.items()
                     if key in bound and n > bound[key] + names[key.rpartition('>')[2]])
    print('1..3')
    print('not ok' if missing else 'ok', '1 every key is told of', '#' if missing else '',
          ' '.join(missing))
    print('not ok' if idle else 'ok', '2 every key that is told of does something',
          '#' if idle else '', ' '.join(idle))
    print('not ok' if doubled else 'ok', '3 no key is told to do two things that does one', '#' if doubled else '',
          ' '.join(doubled))
    return 1 if missing or idle or doubled else 0


sys.exit(main())
