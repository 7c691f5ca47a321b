/* Not real code: lines for the carets of the golden tests. */



















	f->x = g(s21);
	f->x = g(s22);
	f->x = g(s23);
	f->x = g(s24);
	f->x = g(s25);
	f->x = g(s26);
	f->x = g(s27);
	f->x = g(s28);
	f->x = g(s29);
	f->x = g(s30);
	f->x = g(s31);
	f->x = g(s32);
	f->x = g(s33);
	f->x = g(s34);
	f->x = g(s35);
	f->x = g(s36);
	f->x = g(s37);
	f->x = g(s38);
	f->x = g(s39);
	f->x = g(s40);
	f->x = g(s41);
	f->x = g(s42);
	f->x = g(s43);
	f->x = g(s44);
	f->x = g(s45);
	f->x = g(s46);
	f->x = g(s47);
	f->x = g(s48);
	f->x = g(s49);
	f->x = g(s50);
	f->x = g(s51);
	f->x = g(s52);
	f->x = g(s53);
	f->x = g(s54);
	f->x = g(s55);
	f->x = g(s56);
	f->x = g(s57);
	f->x = g(s58);
	f->x = g(s59);
	f->x = g(s60);
	f->x = g(s61);
	f->x = g(s62);
	f->x = g(s63);
	f->x = g(s64);
	f->x = g(s65);
	f->x = g(s66);
	f->x = g(s67);
	f->x = g(s68);
	f->x = g(s69);
	f->x = g(s70);
	f->x = g(s71);
	f->x = g(s72);
	f->x = g(s73);
	f->x = g(s74);
	f->x = g(s75);
	f->x = g(s76);
	f->x = g(s77);
	f->x = g(s78);
	f->x = g(s79);
