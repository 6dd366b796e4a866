"""A site from a board: read the record, stamp it on as many processes as it needs, and tell what was left out."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo
from itertools import islice
from pathlib import Path

from board.adapters import mkdocs, resources
from board.adapters.changed import Changed, changed
from board.adapters.objects import NoRepositoryError, Objects, open_repository
from board.adapters.workers import mapped, processes
from board.cli import listing as listings
from board.cli.judging import board_above
from board.cli.listing import Folder, Listing
from board.cli.setting import context_of, schemas, zone_of
from board.cli.tree import NoBoardError
from board.core.finding import Finding
from board.core.text import LANGUAGES, Bilingual, Language
from board.jobs import build as job
from board.jobs.build import Files, RecordState, Stamped
from board.jobs.check_tree import BOARD_PATH, in_order, judge_document
from board.jobs.reading import odd_file, read_board, read_procurement
from board.jobs.shown import shown, wanted
from board.model.board import BoardSettings
from board.model.procurement import Board
from board.model.reference import opportunity_path
from board.render.edition import Site
from board.render.entries import Entry
from board.render.guides import guides
from board.render.pages_rules import Explained
from board.render.words import labels
from board.rules import AWD, BID, BRD, CHG, DOC, LOG, OPP, ORG, SCH
from board.state.lifecycle import turned

# So many procurements in one batch, and other processes from so many on.
_BATCH = 32
_SEVERAL = 128

Built = dict[Language, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a site is built from.

    Attributes:
        root: Folder of the board, or its repository.
        commit: Revision that is shown; empty for the folder of files.
        now: The instant at which the state of everything is asked.
        home: Address for links from a page that is shown anywhere; None for that of the board.
    """

    root: Path
    commit: str
    now: datetime
    home: str | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What stamping stands on, handed to each process.

    Attributes:
        root: Folder of the board, or its repository.
        commit: Revision that is shown.
        board: What lies above the procurements.
        site: What every page rests on.
        built: What MkDocs made for each language.
    """

    root: Path
    commit: str
    board: Board
    site: Site
    built: Built


@dataclass(slots=True)
class Made:
    """A site in the making: what was found wrong is known once all files were taken.

    Attributes:
        board: Whose site it is.
        files: Path and content of each; empty where settings or policy cannot be read.
        total: How many procurements there are.
        findings: On files of the record.
        entries: What the lists know.
        turned: The instants at which pages changed by themselves, the last one of each procurement.
        told: Is told after each batch how many procurements are done.
    """

    board: Board
    files: Files
    total: int
    findings: list[Finding] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    turned: list[datetime] = field(default_factory=list)
    told: Callable[[int], None] = lambda _: None

    @property
    def readable(self) -> bool:
        """Whether settings and policy can be read, without which there is no site."""
        return self.board.settings is not None and self.board.policy is not None

    def listed(self) -> tuple[Finding, ...]:
        """The findings as people read them."""
        return in_order(self.findings)


def state_of(plan: Plan) -> RecordState:
    """The state that a site of this plan would show; of the procurements only the requests are read.

    Raises:
        NoBoardError: There is no board.
    """
    listing = _listed(plan)
    if BOARD_PATH not in listing.paths:
        raise NoBoardError
    paths = {opportunity_path(folder.ref): folder for folder in listings.folders(listing)}
    wanted = {path: folder.files[path] for path, folder in paths.items() if path in folder.files}
    contents, nothing = listings.reader(plan.root, plan.commit)(wanted), read_board({}, schemas())
    requests = [
        read_procurement(paths[path].ref, {path: content}, nothing, schemas()).opportunity
        for path, content in contents.items()
    ]
    instants = [at for opportunity in requests if opportunity and (at := turned(opportunity, plan.now))]
    return _state(changed(plan.root, plan.commit), UTC, instants)


def made(plan: Plan) -> Made:
    """The site of a board; nothing is stamped before its files are taken.

    Raises:
        NoBoardError: There is no board.
    """
    listing = _listed(plan)
    if BOARD_PATH not in listing.paths:
        raise NoBoardError
    board = board_above(plan.root, plan.commit, listing)
    folders = list(listings.folders(listing))
    result = Made(board, iter(()), len(folders))
    result.findings += [one for document in board.documents.values() for one in judge_document(document)]
    if board.settings is not None and board.policy is not None:
        result.files = _files(plan, folders, result)
    return result


def _files(plan: Plan, folders: Sequence[Folder], result: Made) -> Files:
    board, settings, policy = result.board, result.board.settings, result.board.policy
    if settings is None or policy is None:
        return
    known = changed(plan.root, plan.commit)
    rules = explained()
    zone = zone_of(board)
    site = Site(
        settings,
        policy,
        labels(resources.labels()),
        resources.templates(),
        plan.now,
        {ref: at.astimezone(zone).date() for ref, at in known.folders.items()} if known else {},
        frozenset(board.terms),
        {rule.name: (rule.code, rule.title) for rule in rules},
        frozenset(folder.ref for folder in folders),
    )
    built = with_mkdocs(settings)
    ground = Ground(plan.root, plan.commit, board, site, built)
    paths: list[str] = []
    for path, data in _stamped(ground, folders, result):
        paths.append(path)
        yield path, data
    state = _state(known, zone, result.turned)
    home = settings.address if plan.home is None else plan.home
    given = job.presses(site, zone, built)
    for files in (job.lists(given, result.entries), job.texts(given, built, rules, board.terms.values())):
        for path, data in files:
            paths.append(path)
            yield path, data
    yield from job.frame(given, built["en"], home)
    yield "record.json", job.record(state, result.entries, settings.mode)
    if settings.address:
        yield "sitemap.xml", job.sitemap(settings.address, paths)
    yield from resources.assets()
    yield from resources.schema_files()


def _state(known: Changed | None, zone: tzinfo, instants: Sequence[datetime]) -> RecordState:
    since = max(instants, default=None)
    if known is None:
        return RecordState(turned=since)
    return RecordState(known.head, known.at.astimezone(zone), known.clean, since)


def _stamped(ground: Ground, folders: Sequence[Folder], result: Made) -> Files:
    workers = processes() if len(folders) >= _SEVERAL else 1
    done = 0
    batches = list(_batches(folders))
    for batch, stamped in zip(batches, mapped(stamper, (ground,), batches, workers), strict=True):
        for one in stamped:
            result.findings += one.findings
            result.entries += [one.entry] if one.entry else []
            result.turned += [one.turned] if one.turned else []
            yield from one.files
        done += len(batch)
        result.told(done)


def stamper(ground: Ground) -> Callable[[Sequence[Folder]], tuple[Stamped, ...]]:
    """What stamps a batch of procurements in one process."""
    read = listings.reader(ground.root, ground.commit)
    given = job.presses(ground.site, zone_of(ground.board), ground.built)
    context = context_of(ground.board, ground.site.now)

    def stamp(batch: Sequence[Folder]) -> tuple[Stamped, ...]:
        contents = read({path: identifier for folder in batch for path, identifier in folder.files.items()})
        made = []
        for folder in batch:
            files = {path: contents[path] for path in folder.files if path in contents}
            procurement = read_procurement(folder.ref, files, ground.board, schemas())
            odd: dict[str, Bilingual] = {**folder.odd}
            odd |= {path: listings.unread(ground.commit) for path in folder.files if path not in contents}
            documents = {**procurement.documents, **{path: odd_file(path, what) for path, what in odd.items()}}
            whole = shown(procurement, _blobs(ground.root, wanted(procurement)), context, schemas())
            made.append(job.stamp(given, replace(whole, documents=documents), ground.site.now))
        return tuple(made)

    return stamp


def _blobs(root: Path, ids: Sequence[str]) -> dict[str, bytes]:
    """Id to content of those that are there; a board without a repository has none."""
    if not ids:
        return {}
    try:
        with Objects(open_repository(root)) as objects:
            return {found: data for found, data in zip(ids, objects.blobs(ids), strict=True) if data is not None}
    except NoRepositoryError:
        return {}


def explained() -> tuple[Explained, ...]:
    """Every rule with its explanation, in order of code."""
    texts = {language: resources.explanations(language) for language in LANGUAGES}
    families = (DOC, SCH, BRD, ORG, OPP, CHG, BID, LOG, AWD)
    return tuple(
        Explained(rule.code, rule.name, rule.severity, Bilingual(texts["en"][rule.code], texts["fr"][rule.code]))
        for family in families
        for rule in family
        if rule.code in texts["en"] and rule.code in texts["fr"]
    )


def with_mkdocs(settings: BoardSettings) -> Built:
    """What MkDocs makes for each language, side by side; the same again while nothing that it reads has changed."""
    words = labels(resources.labels())
    data = resources.data()
    marks = tuple(_mark(path) for path in (data / "mkdocs.yml", *sorted((data / "overrides").rglob("*.html"))))
    asked = {language: guides(settings, words, language, resources.pages(language)) for language in LANGUAGES}
    key = repr((asked, marks))
    if key not in _KEPT:
        with ThreadPoolExecutor(len(asked)) as pool:
            runs = {
                language: pool.submit(mkdocs.build, data, given.config, given.documents)
                for language, given in asked.items()
            }
            _KEPT.clear()
            _KEPT[key] = {language: dict(run.result()) for language, run in runs.items()}
    return _KEPT[key]


# One site at a time: `serve` builds the same again and again.
_KEPT: dict[str, Built] = {}


def _mark(path: Path) -> tuple[str, int]:
    return str(path), path.stat().st_mtime_ns


def _listed(plan: Plan) -> Listing:
    if not plan.commit:
        return listings.of_folder(plan.root)
    with Objects(open_repository(plan.root)) as objects:
        return listings.of_revision(objects, plan.commit)


def _batches(folders: Sequence[Folder]) -> Iterator[Sequence[Folder]]:
    left = iter(folders)
    while batch := tuple(islice(left, _BATCH)):
        yield batch
