#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether tests/count.py counts what meson writes. Prints TAP."""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

COUNT = Path(__file__).parent.parent / 'count.py'


def suite(name, *cases):
    inner = ''.join(f'<testcase name="{i} case">{mark}</testcase>' for i, mark in enumerate(cases, 1))
    return f'<testsuite name="mulligan.{name}">{inner}</testsuite>'


def write(folder, tests, suites):
    logs = Path(folder) / '_build' / 'meson-logs'
    logs.mkdir(parents=True)
    (logs / 'testlog.json').write_text('\n'.join(json.dumps({'name': n, 'result': r}) for n, r in tests) + '\n')
    report = f"<?xml version='1.0' encoding='utf-8'?>\n<testsuites>{''.join(suites)}</testsuites>"
    (logs / 'testlog.junit.xml').write_text(report)
    return logs


# What ran, what each reported, the last line, the exit status.
CASES = [
    ('all good', [('mulligan:unit / a', 'OK')], [suite('mulligan:unit / a', '', '')], '2 passed, 0 failed', 0),
    ('one bad', [('mulligan:unit / a', 'FAIL')], [suite('mulligan:unit / a', '', '<failure/>')], '1 passed, 1 failed', 1),
    ('a crash after the last good case', [('mulligan:unit / a', 'ERROR')], [suite('mulligan:unit / a', '')], '1 passed, 1 failed', 1),
    ('out of time', [('mulligan:unit / a', 'TIMEOUT')], [suite('mulligan:unit / a')], '0 passed, 1 failed', 1),
    ('skipped', [('mulligan:unit / a', 'OK')], [suite('mulligan:unit / a', '', '<skipped/>')], '1 passed, 0 failed, 1 skipped', 0),
    ('output that XML cannot hold', [('mulligan:unit / a', 'FAIL')],
     [suite('mulligan:unit / a', '', '<failure/><system-out>\x1b[1m \x00\ufffe</system-out>')], '1 passed, 1 failed', 1),
    ('no cases', [('mulligan:lint / b', 'OK'), ('mulligan:lint / c', 'FAIL')], [], '1 passed, 1 failed', 1),
    ('the same name in two suites', [('mulligan:unit / a', 'OK'), ('mulligan:widget / a', 'FAIL')],
     [suite('mulligan:unit / a', ''), suite('mulligan:widget / a', '<failure/>')], '1 passed, 1 failed', 1),
]


def main():
    failed = False
    print(f'1..{len(CASES) + 2}')
    for number, (name, tests, suites, line, status) in enumerate(CASES, 1):
        with tempfile.TemporaryDirectory(prefix='mull-count-') as folder:
            logs = write(folder, tests, suites)
            run = subprocess.run([sys.executable, COUNT, logs], capture_output=True, text=True)
        good = run.stdout.splitlines()[-1:] == [line] and run.returncode == status
        failed = failed or not good
        print(f'{"ok" if good else "not ok"} {number} {name}')
        if not good:
            print(f'# {run.stdout!r} {run.stderr!r} {run.returncode}')
    with tempfile.TemporaryDirectory(prefix='mull-count-') as folder:
        run = subprocess.run([sys.executable, COUNT, folder], capture_output=True, text=True)
    good = run.stdout.splitlines()[-1:] == ['0 passed, 1 failed'] and run.returncode == 1
    print(f'{"ok" if good else "not ok"} {len(CASES) + 1} nothing was run')
    failed = failed or not good
    with tempfile.TemporaryDirectory(prefix='mull-count-') as folder:
        logs = write(folder, [], [])
        tests = [{'name': 'a', 'result': 'FAIL', 'stdout': 'first\n' + 'more\n' * 40, 'stderr': 'why it failed\n'},
                 {'name': 'b', 'result': 'OK', 'stderr': 'nothing to tell\n'}]
        (logs / 'testlog.json').write_text('\n'.join(json.dumps(test) for test in tests) + '\n')
        run = subprocess.run([sys.executable, COUNT, logs], capture_output=True, text=True)
    good = 'why it failed' in run.stdout and 'first' not in run.stdout and 'nothing to tell' not in run.stdout
    print(f'{"ok" if good else "not ok"} {len(CASES) + 2} what a failed test said last')
    return 1 if failed or not good else 0


if __name__ == '__main__':
    sys.exit(main())
