#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""count.py FOLDER...   adds up what `meson test` left in these meson-logs folders.

A test that speaks TAP counts once for each of its cases, any other once. One that ended badly
although every case it reported was good (a crash at the end, a time limit) counts as one failure.
Prints the end of what each failed test said, what failed and, as its last line, "N passed,
M failed" with ", K skipped" when any was.
"""
import json
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

# What XML cannot hold, not even escaped; Meson copies the output of a test into its report as it is.
NOT_XML = re.compile('[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')
# Of each stream of a failed test: who sees only the end of a long run sees why.
LINES_SAID = 30
BAD = {'FAIL', 'ERROR', 'TIMEOUT', 'INTERRUPT', 'UNEXPECTEDPASS'}


def cases_of(folder):
    """The cases of each test by the test's name, as (name, passed | failed | skipped)."""
    report = folder / 'testlog.junit.xml'
    cases = {}
    if not report.exists():
        return cases
    text = NOT_XML.sub('\ufffd', report.read_text(encoding='utf-8', errors='replace'))
    # Without the declaration: the text is no longer bytes of any encoding.
    root = ET.fromstring(re.sub(r'^<\?xml[^>]*\?>', '', text))
    for suite in root.iter('testsuite'):
        for case in suite.iter('testcase'):
            if case.find('failure') is not None or case.find('error') is not None:
                outcome = 'failed'
            elif case.find('skipped') is not None:
                outcome = 'skipped'
            else:
                outcome = 'passed'
            # A test of many cases is a suite of its own, "project." and the test; others share one.
            cases.setdefault(suite.get('name').partition('.')[2], []).append((case.get('name'), outcome))
    return cases


def last_words(test):
    said = []
    for stream in ('stdout', 'stderr'):
        said += test.get(stream, '').splitlines()[-LINES_SAID:]
    return [f'--- the end of what {test["name"]} said:'] + ['    ' + line for line in said]


def count(folder):
    total = {'passed': 0, 'failed': 0, 'skipped': 0}
    failures = []
    words = []
    log = folder / 'testlog.json'
    if not log.exists():
        return {'passed': 0, 'failed': 1, 'skipped': 0}, [f'{folder}: no tests were run'], words
    cases = cases_of(folder)
    for line in log.read_text(encoding='utf-8').splitlines():
        test = json.loads(line)
        name = test['name']
        result = test['result']
        own = cases.get(name, [])
        if not own:
            outcome = 'failed' if result in BAD else 'skipped' if result == 'SKIP' else 'passed'
            own = [(name, outcome)]
        elif result in BAD and all(outcome != 'failed' for _, outcome in own):
            own = own + [(f'ended with {result}', 'failed')]
        if any(outcome == 'failed' for _, outcome in own):
            words += last_words(test)
        for case, outcome in own:
            total[outcome] += 1
            if outcome == 'failed':
                failures.append(f'{folder.parent.name}: {name}: {case}')
    return total, failures, words


def main():
    sums = {'passed': 0, 'failed': 0, 'skipped': 0}
    failed = []
    for argument in sys.argv[1:]:
        total, failures, words = count(Path(argument))
        failed += failures
        for line in words:
            print(line)
        for outcome in sums:
            sums[outcome] += total[outcome]
    for failure in failed:
        print(f'failed: {failure}')
    line = f'{sums["passed"]} passed, {sums["failed"]} failed'
    if sums['skipped']:
        line += f', {sums["skipped"]} skipped'
    print(line)
    return 1 if sums['failed'] or not sums['passed'] else 0


if __name__ == '__main__':
    sys.exit(main())
