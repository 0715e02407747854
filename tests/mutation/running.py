"""What runs the tests: once to learn which line each test runs, then those tests per mutant.

Pytest collects everything once. Each mutant is a fork of that process, in which the code of the
functions is exchanged and the tests that run the changed line are run, the quickest first, until
one fails. Nothing is written in the checkout but the folder KEPT.
"""

from __future__ import annotations

import ast
import concurrent.futures
import contextlib
import functools
import gc
import hashlib
import importlib
import json
import os
import pickle
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

import coverage
import pytest

from tests.mutation.mutators import Mutant, mutants

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("desktop/domain", "desktop/flow")
KEPT = ROOT / ".mutants"
"""Where the lines of each test and the results are kept."""
SLACK = 5
"""How many times longer than before tests may take; a mutant that takes more is timed out."""
MEMORY = 3 << 30
"""Bytes; a mutant that wants more is killed."""
FIXTURE = "fixture "
"""What stands before the name of a shared fixture in Known."""
IMPORT = "import"
"""The name in Known of what the import of the modules runs."""


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """One mutant by its place in the sources."""

    path: str
    """The module, from the top of the checkout."""
    number: int
    """Its place among the module's mutants."""
    line: int
    last: int
    function: str
    words: str

    @property
    def name(self) -> str:
        """The mutant in one line."""
        return f"{self.path}:{self.line} {self.function}  {self.words}"


@dataclass(kw_only=True)
class Known:
    """What each test ran, and how long it took."""

    lines: dict[str, dict[str, set[int]]] = field(default_factory=dict)
    """Test (or fixture) → module → lines."""
    seconds: dict[str, float] = field(default_factory=dict)
    """Processor time of each test."""
    texts: dict[str, str] = field(default_factory=dict)
    """Test → digest of its file; a test whose file was changed is run again."""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What became of one mutant."""

    mutant: Chosen
    state: str
    """killed, timeout, survived, untested (no test runs the line), settled (only the import of the
    modules does, to make its tables) or unfit (cannot be put in)."""
    test: str = ""
    """What killed it."""
    tests: int = 0
    """Tests that run the line, as far as time allowed."""


class Runner:
    """A pytest plugin: runs the mutants in place of the tests."""

    def __init__(
        self, chosen: Sequence[Chosen], *, keep: Callable[[Verdict], None], most: float, jobs: int
    ) -> None:
        self.chosen = chosen
        self.keep = keep
        self.most = most
        self.jobs = jobs
        self.told = os.fdopen(os.dup(2), "w")
        self.done = 0
        self.failed = ""
        self.shared: list[Any] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_configure(self) -> None:
        """Let Hypothesis stop at the first example that fails, without making it smaller."""
        from hypothesis import HealthCheck, Phase, settings  # noqa: PLC0415 - pytest rewrites it

        settings.register_profile(
            "mutants",
            settings.get_profile("ci"),
            phases=(Phase.explicit, Phase.generate),
            database=None,
            suppress_health_check=list(HealthCheck),
        )

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Learn what is not known, then try every mutant."""
        import_all()
        known = _learn(session, self.say)
        items = {item.nodeid: item for item in session.items}
        live = _functions()
        self._lay_out(known, items)
        gc.freeze()
        running: dict[int, tuple[Chosen, int, Path]] = {}
        waiting = list(reversed(self.chosen))
        while waiting or running:
            while waiting and len(running) < self.jobs:
                one = waiting.pop()
                names, afresh = _tests_of(one, known, items, self.most)
                if not names:
                    settled = _wanted(one) & known.lines[IMPORT].get(one.path, set())
                    self._keep(Verdict(mutant=one, state="settled" if settled else "untested"))
                    continue
                folder = Path(tempfile.mkdtemp(prefix="mutant-"))
                limit = 10 + SLACK * sum(known.seconds[each] for each in names)
                tests = [items[each] for each in names]
                do = functools.partial(self._try, one, tests, live, folder / "end", afresh=afresh)
                pid = _fork(do, folder, limit)
                running[pid] = (one, len(names), folder)
            if running:
                pid, status = os.wait()
                one, number, folder = running.pop(pid)
                self._keep(_verdict(one, number, folder, status))
                shutil.rmtree(folder, ignore_errors=True)
        return True

    def say(self, words: str) -> None:
        """Tell the person who waits."""
        print(words, file=self.told, flush=True)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the first test that failed."""
        if report.failed and not self.failed:
            self.failed = report.nodeid

    @pytest.hookimpl(tryfirst=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> None:
        """Note which fixtures the tests share."""
        if fixturedef.scope == "session":
            self.shared.append(fixturedef)

    def _lay_out(self, known: Known, items: dict[str, pytest.Item]) -> None:
        """Make the shared fixtures before the forks, by running a quick test that uses each."""
        wanted = {name.removeprefix(FIXTURE) for name in known.lines if name.startswith(FIXTURE)}
        for name in sorted(items, key=lambda each: known.seconds[each]):
            item = items[name]
            if wanted & _fixtures(item):
                far = min(items.values(), key=functools.partial(_in_common, item))
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=far)
                wanted -= _fixtures(item)
        self.failed = ""
        for each in _caches():
            each.cache_clear()

    def _try(
        self, one: Chosen, tests: list[pytest.Item], live: _Live, end: Path, *, afresh: bool
    ) -> None:
        for shared in self.shared if afresh else ():
            shared.cached_result = None
        try:
            _put_in(one, live)
        except (ValueError, SyntaxError) as error:
            end.write_text(json.dumps(["unfit", str(error)]))
            return
        for item, following in zip(tests, [*tests[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.failed:
                end.write_text(json.dumps(["killed", self.failed]))
                return
        end.write_text(json.dumps(["survived", ""]))

    def _keep(self, verdict: Verdict) -> None:
        self.keep(verdict)
        self.done += 1
        words = verdict.test if verdict.state == "killed" else f"({verdict.tests} tests)"
        count = f"{self.done}/{len(self.chosen)}"
        self.say(f"{count} {verdict.state:9} {verdict.mutant.name}  {words}")


_Live = dict[str, list[FunctionType]]


def modules() -> Iterator[Path]:
    """Give every module that is mutated."""
    for each in PACKAGES:
        yield from sorted((ROOT / each).rglob("*.py"))


def import_all() -> None:
    """Import every module, so that each function is there to be exchanged."""
    for path in modules():
        importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def every_mutant() -> Iterator[Chosen]:
    """Give all mutants of all modules."""
    for path in modules():
        for number, each in enumerate(mutants(ast.parse(path.read_bytes()))):
            yield Chosen(
                path=path.relative_to(ROOT).as_posix(),
                number=number,
                line=each.line,
                last=each.last,
                function=each.function,
                words=each.words,
            )


def _fork(do: Callable[[], None], folder: Path, seconds: float) -> int:
    pid = os.fork()
    if pid:
        return pid
    tempfile.tempdir = str(folder)
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 1))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    os.chdir(ROOT)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    with contextlib.suppress(BaseException):
        do()
    os._exit(0)


def _verdict(one: Chosen, tests: int, folder: Path, status: int) -> Verdict:
    try:
        state, words = json.loads((folder / "end").read_text())
    except FileNotFoundError:
        # A test that ends the process, or one that pytest itself fails at, has noticed it too.
        late = os.WIFSIGNALED(status) and os.WTERMSIG(status) in {signal.SIGKILL, signal.SIGXCPU}
        state, words = ("timeout", "") if late else ("killed", "the process ended")
    return Verdict(mutant=one, state=state, test=words, tests=tests)


def _functions() -> _Live:
    found: _Live = defaultdict(list)
    for each in gc.get_objects():
        if isinstance(each, FunctionType):
            found[each.__code__.co_filename].append(each)
    return found


def _put_in(one: Chosen, live: _Live) -> None:
    path = ROOT / one.path
    tree = ast.parse(path.read_bytes())
    mutant = _nth(tree, one.number)
    mutant.apply()
    new = _codes(compile(tree, str(path), "exec", dont_inherit=True))
    for each in live[str(path)]:
        code = new.get((each.__code__.co_qualname, each.__code__.co_firstlineno))
        if code is not None and code != each.__code__:
            each.__code__ = code


def _nth(tree: ast.Module, number: int) -> Mutant:
    for index, each in enumerate(mutants(tree)):
        if index == number:
            return each
    raise ValueError("The sources were changed meanwhile.")


def _codes(code: CodeType) -> dict[tuple[str, int], CodeType | None]:
    found: dict[tuple[str, int], CodeType | None] = {}
    for each in code.co_consts:
        if isinstance(each, CodeType):
            place = (each.co_qualname, each.co_firstlineno)
            found |= _codes(each)
            # Two lambdas on one line cannot be told apart.
            found[place] = None if each.co_name == "<lambda>" and place in found else each
    return found


def _tests_of(
    one: Chosen, known: Known, items: dict[str, pytest.Item], most: float
) -> tuple[list[str], bool]:
    """Give the tests that run the mutant's lines, the quickest first, as many as time allows.

    The second is true when they run them in a shared fixture alone, which is then made afresh.
    """
    wanted = _wanted(one)
    ran = {name for name, lines in known.lines.items() if wanted & lines.get(one.path, set())}
    found = [name for name in items if name in ran]
    afresh = not found
    if afresh:
        fixtures = {name.removeprefix(FIXTURE) for name in ran if name.startswith(FIXTURE)}
        found = [name for name, item in items.items() if fixtures & _fixtures(item)]
    chosen: list[str] = []
    spent = 0.0
    for name in sorted(found, key=lambda each: known.seconds[each]):
        if chosen and spent + known.seconds[name] > most:
            break
        chosen.append(name)
        spent += known.seconds[name]
    return chosen, afresh


def _in_common(one: pytest.Item, other: pytest.Item) -> int:
    """Give how many nodes pytest keeps set up from one test to the other."""
    return len(set(one.listchain()) & set(other.listchain()))


def _fixtures(item: pytest.Item) -> set[str]:
    return set(getattr(item, "fixturenames", ()))


def _wanted(one: Chosen) -> set[int]:
    return set(range(one.line, one.last + 1))


def _caches() -> list[functools._lru_cache_wrapper[Any]]:
    return [
        each
        for each in gc.get_objects()
        if isinstance(each, functools._lru_cache_wrapper) and each.__module__.startswith("desktop.")
    ]


def _learn(session: pytest.Session, say: Callable[[str], None]) -> Known:
    """Give what every collected test runs, after running those that are not known yet."""
    store = KEPT / f"{_digest(*modules())}.pickle"
    known = _load(store) if store.exists() else Known()
    texts = {path: _digest(path) for path in {item.path for item in session.items}}
    new = [item for item in session.items if known.texts.get(item.nodeid) != texts[item.path]]
    if not new and IMPORT in known.lines:
        return known
    say(f"learning what {len(new)} tests run …")
    KEPT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="mutant-") as folder:
        learned = Path(folder) / "known.pickle"
        os.waitpid(_fork(lambda: _measure(known, new, texts, learned), Path(folder), 7_200), 0)
        if not learned.exists():
            sys.exit("The tests could not be run unchanged.")
        known = _load(learned)
    known.lines[IMPORT] = _imported()
    store.write_bytes(pickle.dumps(known))
    failing = [item.nodeid for item in new if not known.lines[item.nodeid]]
    say("\n  ".join([f"{len(failing)} of them fail as things are, or run none of it", *failing]))
    return known


def _load(path: Path) -> Known:
    known: Known = pickle.loads(path.read_bytes())  # noqa: S301 - written here
    return known


def _imported() -> dict[str, set[int]]:
    """Give the lines that the import of every module runs, in a process of its own."""
    with concurrent.futures.ProcessPoolExecutor(1, get_context("spawn")) as other:
        return other.submit(_lines_of_import).result()


def _lines_of_import() -> dict[str, set[int]]:
    recorder = _Recorder()
    recorder.coverage.start()
    recorder.under(IMPORT)
    import_all()
    recorder.coverage.stop()
    return recorder.lines()[IMPORT]


def _measure(known: Known, new: list[pytest.Item], texts: dict[Path, str], to: Path) -> None:
    recorder = _Recorder()
    for item in new[:1]:
        item.config.pluginmanager.register(recorder)
    caches = _caches()
    recorder.coverage.start()
    for item, following in zip(new, [*new[1:], None], strict=True):
        for each in caches:
            each.cache_clear()
        begun = time.process_time()
        recorder.under(item.nodeid)
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        known.seconds[item.nodeid] = time.process_time() - begun
        known.texts[item.nodeid] = texts[item.path]
    recorder.coverage.stop()
    # A test that fails as things are tells nothing of a mutant.
    known.lines |= recorder.lines() | {each: {} for each in recorder.failed}
    to.write_bytes(pickle.dumps(known))


class _Recorder:
    """Keeps apart what a test runs and what the fixtures that it shares with others run."""

    def __init__(self) -> None:
        self.names = [""]
        self.failed: list[str] = []
        inside = [f"{ROOT}/{each}/*" for each in PACKAGES]
        self.coverage = coverage.Coverage(data_file=None, include=inside, config_file=False)

    def under(self, name: str) -> None:
        """Count what is run from now on under a name."""
        self.names.append(name)
        self.coverage.switch_context(name)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the tests that fail."""
        if report.failed:
            self.failed.append(report.nodeid)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Iterator[None]:
        """Count a shared fixture by itself."""
        if fixturedef.scope == "function":
            return (yield)
        self.under(FIXTURE + fixturedef.argname)
        try:
            return (yield)
        finally:
            self.names.pop()
            self.coverage.switch_context(self.names[-1])

    def lines(self) -> dict[str, dict[str, set[int]]]:
        """Give the lines under each name, by module."""
        found: dict[str, dict[str, set[int]]] = {name: {} for name in self.names[1:]}
        data = self.coverage.get_data()
        for path in data.measured_files():
            module = Path(path).relative_to(ROOT).as_posix()
            for line, names in data.contexts_by_lineno(path).items():
                for name in names:
                    found.setdefault(name, {}).setdefault(module, set()).add(line)
        return found


def _digest(*paths: Path) -> str:
    found = hashlib.sha256()
    for path in paths:
        found.update(path.read_bytes())
    return found.hexdigest()[:16]
