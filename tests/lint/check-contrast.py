#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-contrast.py UI-FOLDER   whether the five colours can be read where they stand. Prints TAP.

Takes the colours from the style sheets and computes the contrast, as WCAG 2 defines it, against
libadwaita's grounds: window, view, card, header bar and popover, each plain and with the tint of a
badge of the same meaning. Text needs 4.5 : 1; in high contrast we ask for 7 : 1.
"""
import re
import sys
from pathlib import Path

MEANINGS = ('ours', 'theirs', 'risk', 'dark', 'kept')
# libadwaita 1.2: @window_bg_color, @view_bg_color, @card_bg_color, @headerbar_bg_color, @popover_bg_color.
# A card's ground in the dark is white at 8 % over the window's.
GROUNDS = {
    False: {'window': '#fafafa', 'view': '#ffffff', 'card': '#ffffff', 'header bar': '#ebebeb', 'popover': '#ffffff'},
    True: {'window': '#242424', 'view': '#1e1e1e', 'card': '#363636', 'header bar': '#303030', 'popover': '#383838'},
}
LOOKS = [
    ('light', False, 4.5, ['style.css']),
    ('dark', True, 4.5, ['style.css', 'style-dark.css']),
    ('high contrast', False, 7.0, ['style.css', 'style-hc.css']),
    ('high contrast, dark', True, 7.0, ['style.css', 'style-dark.css', 'style-hc.css', 'style-hc-dark.css']),
]


def rgb(text):
    return tuple(int(text[i:i + 2], 16) / 255 for i in (1, 3, 5))


def luminance(colour):
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a, b):
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def over(colour, alpha, ground):
    return tuple(alpha * c + (1 - alpha) * g for c, g in zip(colour, ground))


def definitions(folder, names):
    colours, tints = {}, {}
    for name in names:
        text = (folder / name).read_text(encoding='utf-8')
        colours.update(re.findall(r'@define-color mull_(\w+) (#[0-9a-f]{6});', text))
        tints.update(re.findall(r'@define-color mull_(\w+)_tint alpha\(@mull_\1, ([0-9.]+)\);', text))
    return colours, tints


def main():
    folder = Path(sys.argv[1])
    failed = False
    print(f'1..{len(LOOKS)}')
    for number, (look, dark, least, names) in enumerate(LOOKS, 1):
        colours, tints = definitions(folder, names)
        lowest, found = 99.0, []
        for meaning in MEANINGS:
            colour = rgb(colours[meaning])
            for ground_name, ground in GROUNDS[dark].items():
                for tint in (0.0, float(tints[meaning])):
                    ratio = contrast(colour, over(colour, tint, rgb(ground)))
                    lowest = min(lowest, ratio)
                    if ratio < least:
                        found.append(f'{meaning} {colours[meaning]} on {ground_name}, tint {tint}: {ratio:.2f}')
        print(f'{"not ok" if found else "ok"} {number} {look}, lowest {lowest:.2f} of {least}')
        for line in found:
            print(f'# {line}')
        failed = failed or bool(found)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
