/* The two palettes. Lines carry the Okabe-Ito hue, darkened for white paper where needed; fills are tints of it. */
#include "render/theme.h"

static const Theme light = {
	.background = "#ffffff", .text = "#1a1a1a", .muted = "#5f6368", .box = "#c4c7cc",
	.edge = "#4a4f55", .feedback = "#d55e00", .cascade = "#a8437f",
	.columns = {
		[COLUMN_SIGNAL] = { "#e3f1fb", "#0072b2" },
		[COLUMN_STATE] = { "#f1f1ee", "#6b6b60" },
		[COLUMN_FEATURE] = { "#dff3ec", "#00795a" },
		[COLUMN_MODEL] = { "#f7e4ef", "#a8437f" },
		[COLUMN_PREDICTION] = { "#fdf8d3", "#8a7d00" },
		[COLUMN_CONSUMER] = { "#ffffff", "#4a4f55" },
		[COLUMN_VALUE] = { "#ffffff", "#4a4f55" },
	},
	.hidden = { "#f5c04a", "#9c6500" },
	.unused = { "#ececec", "#8a8f94" },
	.context = { "#ffffff", "#9aa0a6" },
};

static const Theme dark = {
	.background = "#16181b", .text = "#ececec", .muted = "#a5abb2", .box = "#4b5057",
	.edge = "#b4bac1", .feedback = "#ff8b3d", .cascade = "#e39cc5",
	.columns = {
		[COLUMN_SIGNAL] = { "#12304a", "#56b4e9" },
		[COLUMN_STATE] = { "#2c2d2a", "#a3a396" },
		[COLUMN_FEATURE] = { "#0c3a2f", "#2fc79b" },
		[COLUMN_MODEL] = { "#43243a", "#e39cc5" },
		[COLUMN_PREDICTION] = { "#3d3910", "#f0e442" },
		[COLUMN_CONSUMER] = { "#212429", "#b4bac1" },
		[COLUMN_VALUE] = { "#212429", "#b4bac1" },
	},
	.hidden = { "#7a5200", "#e69f00" },
	.unused = { "#26282b", "#7c8288" },
	.context = { "#1b1e21", "#70767d" },
};

const Theme *theme_of(bool is_dark)
{
	return is_dark ? &dark : &light;
}
