/* Trends: the eye finds a step in a line faster than in a table, so each metric has its own small plot and scale. */
#include "render/history.h"

#include "render/label.h"

#include <fnmatch.h>
#include <math.h>

enum { COLUMNS = 3, WIDTH = 320, HEIGHT = 130, PLOT_LEFT = 12, PLOT_TOP = 46, PLOT_WIDTH = 250, PLOT_HEIGHT = 56,
	SPARK_RUNS = 30 };

static bool is_wanted(const Series *series, const char *const *metrics, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (!fnmatch(metrics[i], str_text(series->name), 0))
			return true;
	for (uint32_t i = 0; i < series->values.len && !count; i++)
		if (series->values.items[i] != 0 && !isnan(series->values.items[i]))
			return true;
	return false;
}

typedef struct { double first, last, low, high; bool any; } Range;

static Range range_of(const Series *series, uint32_t from)
{
	Range range = {0};

	for (uint32_t i = from; i < series->values.len; i++) {
		double value = series->values.items[i];
		if (isnan(value))
			continue;
		if (!range.any)
			range = (Range){ value, value, value, value, true };
		range.last = value;
		range.low = fmin(range.low, value);
		range.high = fmax(range.high, value);
	}
	return range;
}

static Str number(double value)
{
	return value == floor(value) && fabs(value) < 1e15 ? str_format("%.0f", value) : str_format("%.1f", value);
}

static Str change(const Range *range)
{
	double difference = range->last - range->first;

	return difference == 0 ? str_intern("=") : str_format("%s%s", difference > 0 ? "+" : "−",
		str_text(number(fabs(difference))));
}

static void put_spark(const Series *series, Text *out)
{
	static const char *const bars[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
	uint32_t from = series->values.len > SPARK_RUNS ? series->values.len - SPARK_RUNS : 0;
	Range range = range_of(series, from);

	for (uint32_t i = from; i < series->values.len; i++) {
		double value = series->values.items[i];
		double part = range.high > range.low ? (value - range.low) / (range.high - range.low) : 0.5;
		text_put(out, isnan(value) ? " " : bars[(int)(part * 7.999)]);
	}
}

static void put_right(Text *out, Str text, uint32_t width)
{
	for (uint32_t used = label_width(str_text(text)); used < width; used++)
		text_char(out, ' ');
	text_put(out, str_text(text));
}

void trend_text(const History *history, const char *const *metrics, uint32_t count, Text *out)
{
	uint32_t runs = history->times.len;

	label_count(out, runs, "run");
	if (runs)
		text_printf(out, ", %s to %s", str_text(history->times.items[0]), str_text(history->times.items[runs - 1]));
	text_printf(out, "\n\n%-30s %9s %9s %9s\n", "metric", "first", "last", "change");
	for (uint32_t i = 0; i < history->series.len; i++) {
		const Series *series = &history->series.items[i];
		Range range = range_of(series, 0);
		if (!is_wanted(series, metrics, count) || !range.any)
			continue;
		Text name = {0};
		label_plain(&name, str_text(series->name));
		text_printf(out, "%-30s ", text_data(&name));
		text_release(&name);
		put_right(out, number(range.first), 9);
		text_char(out, ' ');
		put_right(out, number(range.last), 9);
		text_char(out, ' ');
		put_right(out, change(&range), 9);
		text_put(out, "  ");
		put_spark(series, out);
		text_char(out, '\n');
	}
}

/* Where run RUN with VALUE is drawn. */
static void put_point(Text *out, const Range *range, uint32_t run, uint32_t runs, double value)
{
	double x = runs > 1 ? (double)run / (runs - 1) : 0.5;
	double y = range->high > range->low ? (value - range->low) / (range->high - range->low) : 0.5;

	text_printf(out, "%.1f,%.1f", PLOT_LEFT + x * PLOT_WIDTH, PLOT_TOP + (1 - y) * PLOT_HEIGHT);
}

static void put_lines(const Series *series, const Range *range, Text *out)
{
	uint32_t runs = series->values.len, last = 0;
	bool open = false;

	for (uint32_t i = 0; i < runs; i++) {
		double value = series->values.items[i];
		if (isnan(value)) {
			text_put(out, open ? "\"/>\n" : "");
			open = false;
			continue;
		}
		text_put(out, open ? " " : "<polyline class=\"line\" points=\"");
		put_point(out, range, i, runs, value);
		open = true;
		last = i;
	}
	text_put(out, open ? "\"/>\n" : "");
	double x = PLOT_LEFT + (runs > 1 ? (double)last / (runs - 1) : 0.5) * PLOT_WIDTH;
	double y = range->high > range->low ? (range->last - range->low) / (range->high - range->low) : 0.5;
	text_printf(out, "<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>\n", x, PLOT_TOP + (1 - y) * PLOT_HEIGHT);
}

static void put_plot(const Series *series, uint32_t place, Text *out)
{
	Range range = range_of(series, 0);

	text_printf(out, "<g transform=\"translate(%u,%u)\">\n<text class=\"name\" x=\"%d\" y=\"18\">",
		10 + place % COLUMNS * WIDTH, 44 + place / COLUMNS * HEIGHT, PLOT_LEFT);
	text_html(out, str_text(series->name));
	text_printf(out, "</text>\n<text class=\"note\" x=\"%d\" y=\"34\">%s, %s since the first run</text>\n", PLOT_LEFT,
		str_text(number(range.last)), range.last == range.first ? "unchanged" : str_text(change(&range)));
	text_printf(out, "<path class=\"axis\" d=\"M%d %d h%d\"/>\n", PLOT_LEFT, PLOT_TOP + PLOT_HEIGHT + 6, PLOT_WIDTH);
	text_printf(out, "<text class=\"note\" x=\"%d\" y=\"%d\">%s</text>\n", PLOT_LEFT + PLOT_WIDTH + 8, PLOT_TOP + 4,
		range.high > range.low ? str_text(number(range.high)) : "");
	text_printf(out, "<text class=\"note\" x=\"%d\" y=\"%d\">%s</text>\n", PLOT_LEFT + PLOT_WIDTH + 8,
		PLOT_TOP + PLOT_HEIGHT + 4, range.high > range.low ? str_text(number(range.low)) : "");
	put_lines(series, &range, out);
	text_put(out, "</g>\n");
}

static void put_style(Text *out)
{
	text_put(out, "<style>\n"
		"text{font-family:system-ui,'Helvetica Neue',Arial,sans-serif}\n"
		".ground{fill:#fff}.title,.name{fill:#1b1f24}.title{font-size:16px;font-weight:600}\n"
		".name{font-size:13px;font-weight:600}.note{font-size:11px;fill:#57606a}\n"
		".axis{stroke:#d0d7de;fill:none}.line{stroke:#0072b2;stroke-width:2;fill:none;stroke-linejoin:round}\n"
		".dot{fill:#0072b2}\n"
		"@media (prefers-color-scheme:dark){.ground{fill:#0d1117}.title,.name{fill:#e6edf3}.note{fill:#9198a1}\n"
		".axis{stroke:#3d444d}.line{stroke:#56b4e9}.dot{fill:#56b4e9}}\n"
		"</style>\n");
}

void trend_svg(const History *history, const char *const *metrics, uint32_t count, Text *out)
{
	uint32_t plots = 0, runs = history->times.len;
	Text body = {0};

	for (uint32_t i = 0; i < history->series.len; i++)
		if (is_wanted(&history->series.items[i], metrics, count))
			put_plot(&history->series.items[i], plots++, &body);
	uint32_t width = COLUMNS * WIDTH + 20, height = 60 + (plots + COLUMNS - 1) / COLUMNS * HEIGHT;
	text_printf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%u\" height=\"%u\" viewBox=\"0 0 %u %u\" "
		"role=\"img\">\n<title>Metrics of the last %u runs</title>\n", width, height, width, height, runs);
	put_style(out);
	text_printf(out, "<rect class=\"ground\" width=\"%u\" height=\"%u\"/>\n", width, height);
	text_put(out, "<text class=\"title\" x=\"22\" y=\"30\">");
	if (runs)
		text_printf(out, "%u runs, %.10s to %.10s", runs, str_text(history->times.items[0]),
			str_text(history->times.items[runs - 1]));
	else
		text_put(out, "no runs");
	text_put(out, "</text>\n");
	text_put_n(out, text_data(&body), body.len);
	text_put(out, "</svg>\n");
	text_release(&body);
}
