#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""run.py PROGRAMS MULLIGAN GROUP...   how fast Mulligan is, beside the least program that does the same.

PROGRAMS is the folder with the programs of this folder, built; MULLIGAN the application. Prints one
line of a table per goal. Ours and the floor run in turns, so that a slow minute hits both alike; the
first round warms up and does not count; of the others the median does. Ratios tell something on any
machine, milliseconds only about this one. A goal that is missed says so and is no failure.

The data is made once, in PROGRAMS/data, and anew when the program that makes it is another one.

Environment: BENCH_ROUNDS how many rounds count (7); BENCH_DEALS, BENCH_ENTRIES the size of the data.
"""
import hashlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NOW = '2026-03-02T09:00'
FRAME = 1000 / 60
ROUNDS = int(os.environ.get('BENCH_ROUNDS', 7))
DEALS = int(os.environ.get('BENCH_DEALS', 100000))
ENTRIES = int(os.environ.get('BENCH_ENTRIES', 100000))
SMALL = 1000


class Failure(Exception):
    pass


def run(*command, **environment):
    """The results that a program prints as lines name=value. A variable that is None is taken away."""
    environment = {name: value for name, value in (os.environ | environment).items() if value is not None}
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, text=True, timeout=600,
                          env=environment)
    if done.returncode:
        raise Failure(f'{Path(command[0]).name} failed ({done.returncode})')
    pairs = (line.partition('=') for line in done.stdout.splitlines())
    return {name: float(value) for name, sign, value in pairs if sign}


def in_turns(variants, rounds=ROUNDS):
    """The medians of each variant's results; VARIANTS are functions that return results."""
    results = {name: [] for name in variants}
    for number in range(rounds + 1):
        for name, variant in variants.items():
            result = variant()
            if number:
                results[name].append(result)
    return {name: {key: statistics.median(one[key] for one in many) for key in many[0]}
            for name, many in results.items()}


class Bench:
    def __init__(self, programs, mulligan, scratch):
        self.programs = Path(programs)
        self.mulligan = mulligan
        self.scratch = Path(scratch)

    def program(self, name):
        return self.programs / name

    # ── Data ──

    def made(self, name, *arguments):
        """A file or folder that make-data made, kept from run to run."""
        maker = self.program('make-data')
        key = hashlib.sha256(maker.read_bytes() + repr(arguments).encode()).hexdigest()
        target, stamp = self.programs / 'data' / name, self.programs / 'data' / (name + '.stamp')
        target.parent.mkdir(exist_ok=True)
        if not (target.exists() and stamp.exists() and stamp.read_text() == key):
            print(f'# making {name}', flush=True)
            for old in (target, stamp):
                shutil.rmtree(old) if old.is_dir() else old.unlink(missing_ok=True)
            run(maker, *arguments, target)
            stamp.write_text(key)
        return target

    def folder(self, deals=DEALS, entries=ENTRIES):
        return self.made(f'{deals}-{entries}', 'db', deals, entries)

    def copy(self, folder, name):
        """A copy that may be written to."""
        target = self.scratch / name
        shutil.copytree(folder, target)
        return target

    # ── The table ──

    def line(self, goal, what, ours, floor, limit, unit='ms'):
        """One goal as a ratio."""
        ratio = ours / floor
        self.write(goal, what, f'{ours:.3g} {unit}', f'{floor:.3g} {unit}', f'{ratio:.2f}', f'≤ {limit}', ratio <= limit)

    def bound(self, goal, what, ours, limit, unit='ms', floor=None):
        """One goal as a bound; @floor is told for comparison."""
        told = '' if floor is None else f'{floor:.3g} {unit}'
        ratio = f'{ours / floor:.2f}' if floor else ''
        number = f'{ours:.3g} {unit}' if unit == 'ms' else f'{ours:g}'
        self.write(goal, what, number, told, ratio, f'≤ {limit:.3g} {unit}' if unit == 'ms' else f'{limit:g} {unit}',
                   ours <= limit)

    @staticmethod
    def write(goal, what, ours, floor, ratio, limit, met):
        print(f'| {goal} | {what} | {ours} | {floor} | {ratio} | {limit} | {"yes" if met else "**missed**"} |', flush=True)

    # ── Groups ──

    def start(self):
        paint = self.program('first-paint')
        large, small = (self.folder(DEALS), self.folder(SMALL, 10 * SMALL))

        # As a user starts them: the session of the tests keeps every program from looking for OpenGL,
        # a desktop without a graphics card does not, and that the application knows better is its merit.
        def start(*command):
            return lambda: run(paint, *command, GDK_DEBUG=None)

        def application(folder):
            return start(self.mulligan, '--data-dir', folder, '--now', NOW)

        result = in_turns({
            'floor': start(self.program('floor-window')),
            'large': application(large),
            'small': application(small),
        })
        settled = {name: values['settled_ms'] for name, values in result.items()}
        memory = {name: values['anon_mb'] for name, values in result.items()}
        self.line('P1', f'start, {DEALS:,} deals; floor: an empty window', settled['large'], settled['floor'], 1.6)
        self.line('P2', f'start, {DEALS:,} deals; floor: the same with {SMALL:,}', settled['large'], settled['small'], 1.1)
        self.line('P3', 'memory of its own after the start; floor: an empty window', memory['large'], memory['floor'], 1.7, 'MB')

    def move(self):
        folder = self.copy(self.folder(), 'ours')
        raw = self.copy(self.folder(), 'floor') / 'mulligan.db'
        result = in_turns({
            'floor': lambda: run(self.program('floor-move'), raw, 300),
            'ours': lambda: run(self.program('bench-move'), folder, 300, DEALS),
        })
        self.line('P7', 'move a card, stored; floor: raw SQL without undo', result['ours']['move_ms_p50'],
                  result['floor']['move_ms_p50'], 1.5)

    def board(self):
        folder = self.copy(self.folder(), 'ours')
        raw = self.copy(self.folder(), 'floor') / 'mulligan.db'

        def both(kind, n):
            return in_turns({
                'floor': lambda: run(self.program('floor-board'), kind, raw, n),
                'ours': lambda: run(self.program('bench-ui'), kind, folder, n),
            }, rounds=max(1, ROUNDS // 2))

        for goal, kind, n, what in (('P4', 'filter', 60, 'key in the filter'), ('P7', 'drop', 60, 'drop'),
                                    ('P9', 'open', 10, 'open a deal with 1,000 entries')):
            result = both(kind, n)
            for share, limit in (('p50', FRAME), ('p95', 2 * FRAME)):
                ours, floor = (result[one][f'{kind}_ms_{share}'] for one in ('ours', 'floor'))
                self.bound(goal, f'{what} → painted, {share}; floor: the least board', ours, limit, floor=floor)
        for kind, what in (('scroll', 'scroll the board'), ('read', 'scroll a timeline')):
            ours = in_turns({'ours': lambda: run(self.program('bench-ui'), kind, folder, 600)}, rounds=max(1, ROUNDS // 2))['ours']
            self.bound('P8', f'{what}, work of a frame, p95', ours[f'{kind}_work_ms_p95'], 8)
            self.bound('P8', f'{what}, frames later than {FRAME:.1f} ms of 600', ours[f'{kind}_late'], 0, 'frames')
            self.bound('P8', f'{what}, jumps backwards', ours[f'{kind}_backwards'], 0, 'jumps')

    def drag(self):
        folder = self.copy(self.folder(), 'ours')
        ours = in_turns({'ours': lambda: run(self.program('bench-drag'), folder, 10)}, rounds=max(1, ROUNDS // 2))['ours']
        self.bound('P6', 'drag over the board, work of a frame, p95', ours['drag_work_ms_p95'], 10)
        self.bound('P6', 'drag over the board, frames later than 25 ms of 600', ours['drag_late'], 0, 'frames')

    def lists(self):
        folder = self.copy(self.folder(), 'ours')
        ours = in_turns({'ours': lambda: run(self.program('bench-lists'), folder, 40)}, rounds=max(1, ROUNDS // 2))['ours']
        for kind, what, limit in (('count', 'count what to do today', 5), ('today', 'list what to do today', 10),
                                  ('since', 'what changed in a week', 10), ('people', 'people or companies by name', 10)):
            self.bound('–', f'{what}, p50', ours[f'{kind}_ms_p50'], limit)

    def import_floor(self, database):
        """A function that has sqlite3 .import the rows of DATABASE into the same tables with the same indexes."""
        def sqlite(path, *lines):
            done = subprocess.run(['sqlite3', '-bail', path], input='\n'.join(lines), text=True, stdout=subprocess.PIPE)
            if done.returncode:
                raise Failure('sqlite3 failed')
            return done.stdout

        tables = ['company', 'person', 'deal', 'member', 'source_identity']
        names = ', '.join(f"'{table}'" for table in tables)
        # An empty field becomes an empty text, which a strict table would refuse.
        schema = sqlite(database, f'SELECT sql || char(59) FROM sqlite_schema WHERE sql NOT NULL AND tbl_name IN ({names})'
                        ' ORDER BY type DESC;').replace(') STRICT', ')').replace('), WITHOUT', ') WITHOUT')
        for table in tables:
            (self.scratch / f'{table}.csv').write_text(sqlite(database, '.mode csv', f'SELECT * FROM {table};'))
        target = self.scratch / 'imported.db'

        def floor():
            target.unlink(missing_ok=True)
            sqlite(target, schema)
            start = time.monotonic()
            # The same journal and cache as ours: without them it is five times slower.
            sqlite(target, 'PRAGMA journal_mode = WAL;', 'PRAGMA synchronous = FULL;', 'PRAGMA cache_size = -16384;',
                   '.mode csv', *(f".import '{self.scratch / table}.csv' {table}" for table in tables))
            return {'import_ms': (time.monotonic() - start) * 1000}
        return floor

    def imports(self):
        for deals, rounds in ((10000, max(1, ROUNDS // 2)), (100000, 1)):
            file, folder = self.made(f'{deals}.csv', 'csv', deals), self.scratch / 'imported'

            def ours():
                shutil.rmtree(folder, ignore_errors=True)
                return run(self.program('bench-import'), folder, file)

            ours()
            result = in_turns({'floor': self.import_floor(folder / 'mulligan.db'), 'ours': ours}, rounds)
            self.line('P10', f'import {deals:,} deals after the dry run; floor: sqlite3 .import of the same rows',
                      result['ours']['import_ms'], result['floor']['import_ms'], 1.5)
            self.bound('P13', f'import {deals:,} deals, the longest that the window waits', result['ours']['worst_ms'], 50)
            self.bound('P13', f'import {deals:,} deals, stopped half way', result['ours']['stop_ms'], 300)

    def hostile(self):
        corpus = self.scratch / 'hostile'
        corpus.mkdir()
        for test in ('test-hostile', 'test-hostile-cards'):
            run(self.programs.parent / 'exchange' / test, '--write', corpus)

        def ours():
            shutil.rmtree(self.scratch / 'empty', ignore_errors=True)
            return run(self.program('bench-hostile'), self.scratch / 'empty', corpus)

        result = in_turns({'ours': ours}, 1)['ours']
        self.bound('–', f'open {result["files"]:.0f} files that mean harm, the longest that the window waits',
                   result['worst_ms'], 100)

    def print(self):
        folder, file = self.copy(self.folder(), 'ours'), self.scratch / 'brief.pdf'
        result = in_turns({
            'floor': lambda: run(self.program('floor-print'), file),
            'ours': lambda: run(self.program('bench-print'), folder, file),
        })
        self.line('P15', 'brief as PDF, again; floor: GTK exports two pages', result['ours']['print_ms_p50'],
                  result['floor']['print_ms_p50'], 1.5)


def main():
    programs, mulligan, *groups = sys.argv[1:]
    failed = False
    with tempfile.TemporaryDirectory(prefix='mull-bench-', dir=programs) as scratch:
        for group in groups:
            bench = Bench(programs, mulligan, tempfile.mkdtemp(dir=scratch))
            try:
                getattr(bench, group)()
            except Failure as failure:
                print(f'# {group}: {failure}', flush=True)
                failed = True
    return failed


if __name__ == '__main__':
    sys.exit(main())
