// idiom: snprintf and strtod
char text@[40];
snprintf(text@, sizeof text@, "%.3f", A);
OUT0 = strtod(text@, NULL);
OUT1 = B;

// idiom: strtod with an end
char text@[24], *end@;
sense_text(TEXT, text@, sizeof text@);
double first@ = strtod(text@, &end@);
OUT0 = first@ + A;
OUT1 = strtod(end@ + 1, NULL);

// idiom: sscanf
char text@[24];
int whole@ = 0;
double part@ = 0;
sense_text(TEXT, text@, sizeof text@);
sscanf(text@, "%d,%lf", &whole@, &part@);
OUT0 = whole@;
OUT1 = part@ * A;

// idiom: snprintf and sscanf of two
char text@[64];
double p@ = 0, q@ = 0;
snprintf(text@, sizeof text@, "%.2f %.2f", A, B);
sscanf(text@, "%lf %lf", &p@, &q@);
OUT0 = p@;
OUT1 = q@ + C;

// idiom: strtok
// kinds: any
char text@[24];
sense_text(TEXT, text@, sizeof text@);
double v@[3] = { 0, 0, 0 };
int n@ = 0;
for (char *word = strtok(text@, ","); word && n@ < 3; word = strtok(NULL, ","))
	v@[n@++] = atof(word);
OUT0 = v@[0];
OUT1 = v@[1];

// idiom: strtok_r
// kinds: any
char text@[24], *rest@ = NULL;
sense_text(TEXT, text@, sizeof text@);
const char *first@ = strtok_r(text@, ",", &rest@);
const char *second@ = strtok_r(NULL, ",", &rest@);
OUT0 = first@ ? atoi(first@) : 0;
OUT1 = second@ ? atof(second@) : 0;

// idiom: length of a text
// kinds: any
char text@[24];
sense_text(TEXT, text@, sizeof text@);
OUT0 = (double)strlen(text@);

// idiom: text compared
char text@[24];
sense_text(TEXT, text@, sizeof text@);
const char *word@ = strrchr(text@, ',');
OUT0 = DECIDE(word@ && strcmp(word@ + 1, "a") == 0) ? 1 : 0;
OUT1 = A;

// idiom: letters counted
char text@[24];
int count@ = 0;
sense_text(TEXT, text@, sizeof text@);
for (int k = 0; DECIDE(text@[k] != 0); k++)
	if (DECIDE(text@[k] == 'a'))
		count@++;
OUT0 = count@;

// idiom: hash of a text
// kinds: any
char text@[24];
unsigned hash@ = 5381;
sense_text(TEXT, text@, sizeof text@);
for (const char *p = text@; *p; p++)
	hash@ = hash@ * 33 + (unsigned char)*p;
OUT0 = hash@ % 64;

// idiom: digits by hand
// kinds: any
char text@[24];
int value@ = 0;
sense_text(TEXT, text@, sizeof text@);
for (const char *p = text@; *p >= '0' && *p <= '9'; p++)
	value@ = value@ * 10 + (*p - '0');
OUT0 = value@;

// idiom: text copied and joined
// kinds: any
char text@[24], joined@[64];
sense_text(TEXT, text@, sizeof text@);
snprintf(joined@, sizeof joined@, "1");
strncat(joined@, text@, 4);
OUT0 = atof(joined@);
OUT1 = B;

// idiom: two texts kept apart
char one@[24], two@[24];
sense_text(TEXT, one@, sizeof one@);
sense_text(TEXT2, two@, sizeof two@);
OUT0 = atoi(one@);
OUT1 = atoi(two@);

// idiom: fixed columns of a line
char line@[32];
snprintf(line@, sizeof line@, "%04d%04d", I, J);
line@[8] = 0;
OUT0 = atoi(line@ + 4);

// idiom: choice by name
// far
double unit_scale@(const char *name)
{
	if (strcmp(name, "km") == 0)
		return 1000;
	if (strcmp(name, "m") == 0)
		return 1;
	return 0;
}
// body
OUT0 = A * unit_scale@("km");
OUT1 = B * unit_scale@("m");

// idiom: sscanf that may convert nothing
// kinds: any
char said@[16];
int port@ = I, none@ = J;
snprintf(said@, sizeof said@, A > 5 ? "port:%d" : "none", 12);
sscanf(said@, "port:%d", &port@);
OUT0 = port@;
OUT1 = none@;

// idiom: first token behind delimiters
// kinds: any
char line@[4] = { I > 7 ? ' ' : 'a', J > 7 ? ',' : 'b', 'x', 0 };
char *first@ = strtok(line@, " ,");
OUT0 = first@ ? first@[0] : -1;
OUT1 = C;

// idiom: text through streams in memory
char line@[32], from@[32], *text@ = NULL;
size_t length@ = 0;
FILE *stream@ = open_memstream(&text@, &length@);
fprintf(stream@, "%.3f", A);
fclose(stream@);
OUT0 = strtod(text@, NULL);
free(text@);
snprintf(from@, sizeof from@, "%.3f\n", B);
stream@ = fmemopen(from@, sizeof from@, "r");
OUT1 = fgets(line@, sizeof line@, stream@) ? strtod(line@, NULL) + C : 0;
fclose(stream@);
