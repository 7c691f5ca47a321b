"""A proposed manifest finds most of what the one written by hand finds, on the samples."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from toolbox import FEATDEP, MAIN_C, SCALE_C, SOURCE, Project


def places(graph):
    """Nodes by what they are and where, since names are up to the manifest."""
    return {node["id"]: (node["kind"], tuple((s["file"], s["line"]) for s in node["sites"]) or node["id"],
                         node["id"] if node["kind"] in ("signal", "feature") else "") for node in graph["nodes"]}


def edges(graph):
    ends = places(graph)
    return {(ends[e["from"]], ends[e["to"]], e["kind"]) for e in graph["edges"]}


class Samples(unittest.TestCase):
    def check(self, sample, findings):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="featdep-init-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        project = folder / sample
        shutil.copytree(SOURCE / "samples" / sample, project)
        subprocess.run(["cmake", "-S", project, "-B", folder / "build", "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON",
                        f"-DCMAKE_C_FLAGS=-I{SOURCE}/include"], check=True, stdout=subprocess.DEVNULL)
        written = self.audit(project, folder, "written")
        (project / "featdep.yml").unlink()
        result = subprocess.run([FEATDEP, "init", "-p", folder / "build", "-o", folder / "facts", "--to", project / "featdep.yml"],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        proposed = self.audit(project, folder, "proposed")
        text = (project / "featdep.yml").read_text()
        expected, found = edges(written), edges(proposed)
        missing = "\n".join(map(str, sorted(map(str, expected - found))))
        self.assertGreaterEqual(len(expected & found), 0.8 * len(expected), f"{text}\nmissing:\n{missing}")
        expected, found = set(places(written).values()), set(places(proposed).values())
        self.assertGreaterEqual(len(expected & found), 0.8 * len(expected), f"{text}\nmissing: {expected - found}")
        rules = {f["rule"] for f in written["findings"] if f["level"] != "note"}
        self.assertLessEqual(findings, rules)
        self.assertLessEqual(findings, {f["rule"] for f in proposed["findings"]}, text)

    def audit(self, project, folder, name):
        subprocess.run([FEATDEP, "audit", "--quiet", "--no-pictures", "--fail-on", "never", "-p", folder / "build", "-o",
                        folder / name], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return json.loads((folder / name / "graph.json").read_text())

    def test_ad_ranker(self):
        self.check("ad-ranker", {"unused-feature", "correction-cascade"})

    def test_clean(self):
        self.check("clean", set())

    def test_fraud_scorer(self):
        self.check("fraud-scorer", {"feedback-loop"})

    def test_predictive_maintenance(self):
        self.check("predictive-maintenance", {"feedback-loop"})


class Init(Project):
    def init(self, *arguments):
        return self.featdep("init", "-p", "build", *arguments)

    def test_what_exists_is_left_alone(self):
        before = (self.folder / "featdep.yml").read_bytes()
        result = self.init("--to", "featdep.yml")
        self.assertEqual(result.returncode, 2)
        self.assertIn("exists and is left alone", result.stderr)
        self.assertEqual((self.folder / "featdep.yml").read_bytes(), before)

    def test_evidence(self):
        self.write("src/scale.c", """
double exp(double);
static const double w[3] = { 1, 2, 3 };
static double layer(const double *x) { double s = 0; for (int i = 0; i < 3; i++) s += w[i] * x[i]; return s; }
double spam_probability(const double *x, int n) { (void)n; return 1 / (1 + exp(-layer(x))); }
int tree_spam(const float *f) { if (f[0] < 2) return f[1] < 3; return f[4] > 7 ? 2 : f[3] < 1; }
double average(const double *x, int n) { double s = 0; for (int i = 0; i < n; i++) s += x[i]; return s / n; }
struct net { float *in, *out; };
float *net_predict(struct net *n, float *in) { n->in = in; return n->out; }
float *forward(struct net *n, int token, int at) { n->in[at] = token; return n->out; }
float *make_row(struct net *n, int length) { n->out[length] = 0; return n->out; }
int compare(const int *a, const int *b) { return *a - *b; }
double scale(double x) { float f[5] = { 0 }; double y[3] = { x }; return spam_probability(y, 3) + tree_spam(f); }
""")
        text = self.init().stdout
        self.assertIn("{ function: spam_probability, input: { arg: 0, count: { arg: 1 } }, output: return }", text)
        self.assertIn("constant table w; it calls exp", text)
        self.assertIn("{ function: tree_spam, input: { arg: 0, count: 5 }, output: return }", text)
        self.assertIn("{ function: net_predict, input: 1, output: return }", text)
        self.assertIn("{ function: forward, input: [1, 2], output: return }", text)
        self.assertIn("{ function: sensor_read, value: return, name: \"sensor.{arg0}\" }", text)
        for other in ["function: average", "function: compare", "function: layer", "function: scale",
                      "function: make_row"]:
            self.assertNotIn(other, text)

    def test_who_fills_a_record_writes_to_it(self):
        self.write("src/main.c", """
#include <stdio.h>
struct reading { double x, y, z; };
struct onset { double threshold, delay, level; };
struct raw { double a, b, c; };
void reading_load(struct reading *r, FILE *from) { r->x = 1; fscanf(from, "%lf", &r->y); }
double reading_sum(const struct reading *r) { return r->x + r->y + r->z; }
double onset_get_level(struct onset *o) { return o->level; }
double onset_sum(const struct onset *o) { return o->threshold + o->delay; }
int raw_read(struct raw *r, FILE *from) { return (int)fread(r, sizeof *r, 1, from); }
double raw_sum(const struct raw *r) { return r->a + r->b; }
int main(void) { return 0; }
""")
        self.database("main.c")
        text = self.init().stdout
        self.assertIn("struct reading.*", text)
        self.assertIn("struct raw.*", text)
        self.assertNotIn("struct onset", text)

    def test_nothing_to_propose(self):
        self.write("src/main.c", "int main(void) { return 0; }\n")
        self.database("main.c")
        result = self.init("--to", "new.yml")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertNotIn("models:", (self.folder / "new.yml").read_text())
        result = self.featdep("audit", "-p", "build", "-m", "new.yml", "--no-pictures")
        self.assertEqual(result.returncode, 0, result.stderr)


if __name__ == "__main__":
    unittest.main()
