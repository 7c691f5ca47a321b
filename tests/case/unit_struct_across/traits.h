struct traits { double age, rate; };
void traits_collect(struct traits *traits);
