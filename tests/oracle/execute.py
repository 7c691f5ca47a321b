"""What a program really does, by running it, and what featdep says about it, as {(from, to): kind}."""
import json
import os
import pathlib
import re
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
RUNTIME = HERE / "runtime"
COMPILE = ["gcc", "-std=gnu11", "-w", "-O1", "-fno-strict-aliasing", "-no-pie", "-I", str(RUNTIME)]
SANITIZE = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-fno-omit-frame-pointer", "-g",
            "-DORACLE_FORK"]


class Broken(Exception):
    """The generator's fault, or the runtime's: says nothing about featdep."""


def call(command, seconds, **options):
    try:
        result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds, **options)
    except subprocess.TimeoutExpired:
        raise Broken("takes more than %d s: %s" % (seconds, command[0]))
    return result.returncode, result.stdout.decode(errors="replace")


def runtime_compile(folder, sanitize):
    target = folder / ("runtime-check.o" if sanitize else "runtime.o")
    extra = SANITIZE if sanitize else ["-O2"]
    status, text = call([*COMPILE, *extra, "-c", str(RUNTIME / "runtime.c"), "-o", str(target)], 60)
    if status:
        raise Broken(text)
    return target


def program_write(program, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in program.files.items():
        (folder / name).write_text(text)


def program_build(program, folder, runtime, sanitize=False):
    sources = [str(folder / name) for name in sorted(program.files) if name.endswith(".c")]
    binary = folder / "program"
    flags = SANITIZE if sanitize else []
    command = [*COMPILE, *flags, "-DORACLE_RUN", "-Dmain=program_main", "-I", str(folder), *sources, str(runtime),
               "-lm", "-lpthread", "-o", str(binary)]
    status, text = call(command, 120)
    if status:
        raise Broken(text)
    return binary


def truth(program, folder, runtime, trials):
    """What changes, and the ids of all sinks that were reached."""
    binary = program_build(program, folder, runtime)
    status, text = call([str(binary), str(trials), str(program.seed % 9973 + 1)], 120)
    if status:
        raise Broken("exit code %d: %s" % (status, text[-500:]))
    edges, sinks, runs = {}, set(), (0, 0)
    for line in text.splitlines():
        what, *fields = line.split("\t")
        if what == "edge":
            edges[fields[0], program.sink_id(fields[1])] = fields[2]
        elif what == "sink":
            sinks.add(program.sink_id(fields[0]))
        elif what == "runs":
            runs = tuple(map(int, fields))
    binary.unlink()
    return edges, sinks, runs


def check_defined(program, folder, runtime, trials):
    """Raises Broken when the program does what C does not define."""
    binary = program_build(program, folder, runtime, sanitize=True)
    environment = dict(os.environ, ASAN_OPTIONS="detect_leaks=0:detect_stack_use_after_return=1",
                       UBSAN_OPTIONS="print_stacktrace=1")
    status, text = call([str(binary), str(trials), str(program.seed % 9973 + 1)], 120, env=environment)
    binary.unlink()
    if status:
        raise Broken(text[-3000:])


def audit(program, folder, featdep):
    """The edges into features and store keys."""
    sources = [str(folder / name) for name in sorted(program.files) if name.startswith("unit_")]
    command = [str(featdep), "audit", "--no-pictures", "--jobs", "1", "--root", str(folder), "-m",
               str(folder / "featdep.yml"), "-o", str(folder / "out"), *sources, "--", "-std=gnu11", "-w", "-I",
               str(RUNTIME), "-I", str(folder)]
    status, text = call(command, 120, cwd=folder)
    output = folder / "out/graph.json"
    if status not in (0, 1) or not output.exists():
        raise RuntimeError("featdep: exit code %d: %s" % (status, text[-2000:]))
    graph = json.loads(output.read_text())
    return edges_into_sinks({(e["from"], e["to"]): e["kind"] for e in graph["edges"]
                             if e["to"].startswith(("feature:", "store:"))})


def elements(node):
    """What a feature of many elements, "feature:v[0..5]", stands for."""
    match = re.fullmatch(r"(feature:.*\[)(\d+)\.\.(\d+)\]", node)
    return ["%s%d]" % (match.group(1), k) for k in range(int(match.group(2)),
                                                         int(match.group(3)) + 1)] if match else [node]


def edges_into_sinks(edges):
    """What signals, predictions and stores lead to, also by way of other features. The kind of a way is its weakest."""
    strength = ["control", "index", "data"]
    edges = [(a, b, kind) for (start, end), kind in edges.items()
             for a in {start, *elements(start)} for b in {end, *elements(end)}]
    result = {}
    for start, end, kind in sorted(edges, key=lambda edge: strength.index(edge[2])):
        result[start, end] = kind
    ways = [(start, end, kind) for start, end, kind in edges if start.startswith("feature:")]
    changed = bool(ways)
    while changed:
        changed = False
        for (start, middle), first in list(result.items()):
            for end, second in ((end, second) for via, end, second in ways if via == middle):
                kind = min(first, second, key=strength.index)
                if strength.index(kind) > strength.index(result[start, end]) if (start, end) in result else True:
                    result[start, end], changed = kind, True
    return {(start, end): kind for (start, end), kind in result.items()
            if start.startswith(("signal:", "prediction:", "store:"))}
