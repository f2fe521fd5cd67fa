#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-headers.py ROOT BUILD   every header compiles when it is the first thing included. Prints TAP.

The build has seen that of each header with which a source of its layer begins (after config.h). Any
other is compiled with the very flags of a source of its layer, so that a header that needs what its
layer may not see fails as well.
"""
import json
import os
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def compiled_sources(root, build):
    """What the build says of each source of the program, and where it is."""
    for entry in json.loads((build / 'compile_commands.json').read_text(encoding='utf-8')):
        source = Path(os.path.normpath(Path(entry['directory']) / entry['file']))
        if source.suffix == '.c' and root / 'src' in source.parents:
            yield entry, source


def leading_headers(root, build):
    """Headers that a source beside them includes before any other."""
    headers = set()
    for _, source in compiled_sources(root, build):
        included = re.findall(r'^#include [<"]([^>"]+)[>"]', source.read_text(encoding='utf-8'), re.MULTILINE)
        first = next((name for name in included if name != 'config.h'), None)
        if first is not None and (source.parent / first).exists():
            headers.add(source.parent / first)
    return headers


def flags_by_layer(root, build):
    """For each layer: the folder to compile in and the compiler with its flags."""
    flags = {}
    for entry, source in compiled_sources(root, build):
        parts = source.relative_to(root / 'src').parts
        words = shlex.split(entry['command'])
        kept, skip = [], False
        for word in words:
            if skip:
                skip = False
            elif word in ('-o', '-MF', '-MQ', '-MT'):
                skip = True
            elif word in ('-c', '-MD', '-MMD') or word == entry['file']:
                pass
            else:
                kept.append(word)
        flags.setdefault(parts[0], (entry['directory'], kept))
    return flags


def compile_header(header, layer_flags):
    directory, words = layer_flags
    run = subprocess.run([*words, '-fsyntax-only', '-x', 'c', '-'], cwd=directory, text=True, capture_output=True,
                         input=f'#include "{header}"\n')
    return run.returncode, run.stderr


def main():
    root, build = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    flags = flags_by_layer(root, build)
    built = leading_headers(root, build)
    headers = sorted((root / 'src').rglob('*.h'))
    print(f'1..{len(headers)}')
    failed = False
    with ThreadPoolExecutor(max_workers=2) as pool:
        jobs = []
        for header in headers:
            layer = header.relative_to(root / 'src').parts[0]
            compiled = header not in built and layer in flags
            jobs.append(pool.submit(compile_header, header, flags[layer]) if compiled else None)
        for number, (header, job) in enumerate(zip(headers, jobs), 1):
            name = header.relative_to(root).as_posix()
            if header in built:
                print(f'ok {number} {name}')
                continue
            if job is None:
                print(f'ok {number} {name} # SKIP its layer has no source yet')
                continue
            status, output = job.result()
            print(f'{"not ok" if status else "ok"} {number} {name}')
            for line in output.splitlines() if status else []:
                print(f'# {line}')
            failed = failed or status != 0
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
