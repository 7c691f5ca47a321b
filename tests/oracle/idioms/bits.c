// idiom: masks and shifts
unsigned bits@ = (unsigned)I;
OUT0 = (bits@ >> 1) & 3;
OUT1 = (bits@ << 2 | 1) ^ (unsigned)J;

// idiom: packed into one word
uint32_t word@ = (uint32_t)I << 8 | (uint32_t)J;
OUT0 = word@ + 1;
OUT1 = A;

// idiom: population count
unsigned bits@ = (unsigned)I;
int count@ = 0;
for (int k = 0; k < 4; k++)
	count@ += bits@ >> k & 1;
OUT0 = count@;
OUT1 = __builtin_popcount((unsigned)J);

// idiom: set of flags
unsigned set@ = 0;
if (DECIDE(A > 0))
	set@ |= 1u << 0;
if (DECIDE(B > 0))
	set@ |= 1u << 1;
OUT0 = set@ & 1;
OUT1 = set@;

// idiom: quantisation
int level@ = (int)floor(A * 4);
OUT0 = level@ / 4.0;
OUT1 = (int)B % 3;

// idiom: table of levels
// near
static const double levels@[8] = { 0, 0.1, 0.3, 0.6, 1, 1.5, 2.1, 2.8 };
// body
OUT0 = levels@[INDEX(I >> 1)];
OUT1 = levels@[INDEX(J & 3)] * A;

// idiom: minimum without branches
int x@ = I, y@ = J;
OUT0 = y@ ^ ((x@ ^ y@) & -(x@ < y@));

// idiom: hash of numbers
uint32_t hash@ = 2166136261u;
hash@ = (hash@ ^ (uint32_t)I) * 16777619u;
hash@ = (hash@ ^ (uint32_t)J) * 16777619u;
OUT0 = hash@ & 1023;

// idiom: sign and magnitude
double v@ = A;
OUT0 = DECIDE(v@ < 0) ? -1 : 1;
OUT1 = fabs(v@);

// idiom: bytes of a number
unsigned char bytes@[4];
uint32_t word@ = (uint32_t)I * 0x01020304u;
memcpy(bytes@, &word@, sizeof bytes@);
OUT0 = bytes@[0] + bytes@[1];
OUT1 = A;

// idiom: mathematics
OUT0 = sqrt(fabs(A)) + log1p(fabs(B));
OUT1 = pow(fabs(C) + 1, 0.5);
OUT2 = atan2(D, 1);

// idiom: parts of a number
int exponent@;
double whole@;
double part@ = modf(A, &whole@);
OUT0 = frexp(B + 0.1, &exponent@);
OUT1 = part@;
OUT2 = exponent@ + whole@;

// idiom: fmin and fmax
OUT0 = fmin(A, B);
OUT1 = fmax(C, 0);

// idiom: sizes are no uses
double v@ = A, w@[3] = { B, B, B };
OUT0 = sizeof v@ + sizeof w@ / sizeof w@[0] + C;
OUT1 = (double)sizeof(v@ + w@[0]);
