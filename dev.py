"""The one entry for people: run, test, check, bench, build and what serves them.

Needs nothing but Python 3.11 and pip: it makes `.venv` beside itself, with the pinned packages.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.txt"
WINDOWS = sys.platform == "win32"
RUNTIME = ROOT / "requirements.txt"
DEVELOPMENT = ROOT / "requirements-dev.txt"
SUPPLY = ROOT / "packaging" / "supply.py"
EXAMPLE = ROOT / ".example" / "Exempel.vanbok"
EXAMPLE_DAY = "2026-11-21"
"""The day the example is about; another can be given with --on."""
MEMORY = Path("/dev/shm")  # noqa: S108 - a place of Linux, where anybody may make folders
"""A disk in memory."""
MEMORY_ROOM = 2 * 2**30
"""Bytes that must be free there for the files of the tests."""

USAGE = """\
python3 dev.py run [args]        the program on an example register (args: options for it,
                                 or a file or subcommand of your own); without a screen
                                 it writes the example's letters and pictures instead
python3 dev.py test [args]       check, then all tests; with args only pytest with them
python3 dev.py check             style, types, import rules and licences, without tests
python3 dev.py bench [args]      the benchmarks
python3 dev.py faults            kills, full disks, power cuts and damage (Linux); --long as before
                                 a release, hours; --only JOB for a part
python3 dev.py mutants [args]    how many small errors the tests would notice; --help tells more
python3 dev.py audit             ask for known advisories about what is delivered (network)
python3 dev.py build             what is delivered to users, with its SBOM
python3 dev.py sbom              the SBOM alone, dist/vanbok.cdx.json
python3 dev.py translate         bring resources/i18n/en.po and en.mo up to date;
                                 --check only names what is missing
"""


class Trouble(Exception):  # noqa: N818 - it is said to a person, who mends it
    """Something that the person at the terminal has to mend; the message says what."""


def tool(name: str) -> str:
    """Give the path of a program in the virtual environment."""
    folder = VENV / ("Scripts" if WINDOWS else "bin")
    return str(folder / (f"{name}.exe" if WINDOWS else name))


def call(*words: str | Path, offscreen: bool = False, testing: bool = False) -> int:
    """Run a command at the top of the checkout and give its exit code."""
    environment = testing_environment() if testing else dict(os.environ)
    if offscreen or not has_screen():
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.stdout.flush()
    command = [str(word) for word in words]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def testing_environment() -> dict[str, str]:
    """Give an environment in which thousands of tests take minutes.

    Files lie in memory where there is room, for a disk is slow to sync; the program asks for it
    all the same. Bytecode is kept, for hundreds of programs are started, each from nothing.
    """
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    room = shutil.disk_usage(MEMORY).free if MEMORY.is_dir() else 0
    if room > MEMORY_ROOM:
        environment.setdefault("TMPDIR", str(MEMORY))
    return environment


def has_screen() -> bool:
    """Tell whether a window could be seen."""
    unix = sys.platform.startswith(("linux", "freebsd"))
    return not unix or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def prepare(wanted: Path) -> None:
    """Make the virtual environment hold the pinned packages of `wanted`, and Qt find its libraries.

    Raises Trouble when that cannot be done.
    """
    if sys.platform == "linux":
        script = ROOT / "packaging" / "system_libraries.py"
        if call(sys.executable, script, *(["--tests"] if wanted == DEVELOPMENT else [])):
            raise Trouble("Install what is named above and try again.")
    installed = STAMP.read_text() if STAMP.exists() else ""
    python = sys.version.split()[0]
    if not installed.startswith(f"{python} ") or not Path(tool("python")).exists():
        make_environment()
    # The development file has all of the runtime's pins.
    elif installed in {stamp(wanted), stamp(DEVELOPMENT)}:
        return
    STAMP.unlink(missing_ok=True)
    print(f"Installing the packages of {wanted.name} …")
    brief = [] if sys.stdout.isatty() else ["--quiet"]
    options = [*brief, "--disable-pip-version-check", "--require-hashes", "--no-deps"]
    if call(*pip(), "install", *options, "-r", wanted):
        raise Trouble("The packages could not be installed; pip says why above.")
    STAMP.write_text(stamp(wanted))


def stamp(requirements: Path) -> str:
    """Give what tells an environment with these packages from every other."""
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()
    return f"{sys.version.split()[0]} {digest}"


def make_environment() -> None:
    """Make an empty virtual environment, with a pip of its own where Python brings one."""
    own_pip = importlib.util.find_spec("ensurepip") is not None
    if not own_pip and importlib.util.find_spec("pip") is None:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        raise Trouble(f"Python lacks venv. Install it with: sudo apt-get install {package}")
    print(f"Making {VENV} …")
    venv.create(VENV, clear=True, with_pip=own_pip, symlinks=not WINDOWS)


def pip() -> list[str]:
    """Give the pip that installs into the environment: its own, or else this Python's."""
    if importlib.util.find_spec("ensurepip") is not None:
        return [tool("python"), "-m", "pip"]
    return [sys.executable, "-m", "pip", "--python", tool("python")]


def run(arguments: list[str]) -> int:
    """Open the window on an example register, or without a screen draw it."""
    prepare(RUNTIME)
    program = [tool("python"), "-m", "desktop"]
    if arguments and not arguments[0].startswith("-"):
        return call(*program, *arguments)
    if not EXAMPLE.exists():
        EXAMPLE.parent.mkdir(exist_ok=True)
        fresh = EXAMPLE.with_name("new.vanbok")
        fresh.unlink(missing_ok=True)
        if code := call(*program, "example", fresh):
            return code
        fresh.rename(EXAMPLE)
    if not any(word.partition("=")[0] == "--on" for word in arguments):
        arguments = [*arguments, "--on", EXAMPLE_DAY]
    if has_screen():
        return call(*program, EXAMPLE, *arguments)
    code = call(*program, "pictures", EXAMPLE, "--out", EXAMPLE.parent, *arguments)
    if code == 0:
        for kind, suffix in (("letters", ".pdf"), ("pictures", ".png")):
            report(kind, sorted(EXAMPLE.parent.rglob(f"*{suffix}")))
    return code


def report(kind: str, files: list[Path]) -> None:
    """Say where files are."""
    for folder in sorted({file.parent for file in files}):
        print(f"{sum(file.parent == folder for file in files)} {kind} in {folder}")


def check(arguments: list[str]) -> int:
    """Check style, types and import rules, all of them even if one fails."""
    if arguments:
        raise Trouble("check takes no arguments.")
    prepare(DEVELOPMENT)
    checks: dict[str, list[str]] = {
        "ruff check": [tool("ruff"), "check", "."],
        "ruff format": [tool("ruff"), "format", "--check", "."],
        "mypy": [tool("mypy")],
        "import rules": [tool("lint-imports"), "--no-logo"],
        "licences": [tool("python"), str(SUPPLY), "--check"],
    }
    failed = [name for name, words in checks.items() if call(*words, offscreen=True)]
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def test(arguments: list[str]) -> int:
    """Check and then test everything, or only run pytest with the given arguments."""
    prepare(DEVELOPMENT)
    pytest = [tool("python"), "-m", "pytest"]
    if arguments:
        return call(*pytest, *arguments, offscreen=True, testing=True)
    if check([]):
        print("The tests were not run.", file=sys.stderr)
        return 1
    # Each process begins with its half, so what a file of tests builds is built once.
    return call(*pytest, "-n", "2", "--dist", "worksteal", offscreen=True, testing=True)


def faults(arguments: list[str]) -> int:
    """Hold the save path against every fault suite, and each suite against a wrong program."""
    prepare(DEVELOPMENT)
    return call(tool("python"), "-m", "tests.faults", *arguments)


def bench(arguments: list[str]) -> int:
    """Measure against the floors."""
    prepare(DEVELOPMENT)
    return call(tool("python"), "-m", "tests.benchmarks", *arguments)


def mutants(arguments: list[str]) -> int:
    """Put small errors into the rules, one at a time, and count those that no test notices."""
    prepare(DEVELOPMENT)
    return call(tool("python"), "-m", "tests.mutation", *arguments, offscreen=True)


def build(arguments: list[str]) -> int:
    """Build what is delivered, once there is a specification for it."""
    specification = ROOT / "packaging" / "vanbok.spec"
    if not specification.exists():
        raise Trouble("Nothing was built: installers come in a later version; use run until then.")
    prepare(DEVELOPMENT)
    if code := sbom([]):
        return code
    return call(tool("python"), "-m", "PyInstaller", "--noconfirm", specification, *arguments)


def sbom(arguments: list[str]) -> int:
    """Write what the delivered program is made of."""
    if arguments:
        raise Trouble("sbom takes no arguments.")
    prepare(DEVELOPMENT)
    return call(tool("python"), SUPPLY, "--sbom", ROOT / "dist" / "vanbok.cdx.json")


def audit(arguments: list[str]) -> int:
    """Ask for known advisories about what is delivered, and note the answers."""
    if arguments:
        raise Trouble("audit takes no arguments.")
    prepare(DEVELOPMENT)
    return call(tool("python"), SUPPLY, "--audit")


def translate(arguments: list[str]) -> int:
    """Bring the English catalogue up to date with the strings in the program."""
    prepare(DEVELOPMENT)
    return call(tool("python"), ROOT / "packaging" / "translate.py", *arguments)


COMMANDS = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "faults": faults,
    "mutants": mutants,
    "audit": audit,
    "build": build,
    "sbom": sbom,
    "translate": translate,
}


def main(arguments: list[str]) -> int:
    """Do what the first word says and give the exit code."""
    if arguments in (["-h"], ["--help"]):
        print(USAGE, end="")
        return 0
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        print(USAGE, end="", file=sys.stderr)
        return 2
    try:
        return command(arguments[1:])
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - people start it with what they have
        sys.exit("Vänbok needs Python 3.11 or later.")
    sys.exit(main(sys.argv[1:]))
