/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-sample"

#include "config.h"

#include "mull-sample-data.h"

#include <glib/gi18n-lib.h>

/* The deals in Qualify and Discover and those that are closed, each in the order of events. */

/* clang-format off */
/* Translators: from here on, texts of the sample pipeline: what a rep notes down after a call, a
 * meeting or a mail, in short and without polish; the second text of a line is what the customer
 * said, word by word. */
const MullSampleEntry mull_sample_timelines_early[] = {
  /* Winterburn, hot water: we owe */
  { D_WINTERBURN_WATER, -31, 1400, CALL_IN, P_HARRY, 20,
    N_("Chillers throw heat off the roof, boiler makes hot water below it. He noticed it "
       "himself.") },
  { D_WINTERBURN_WATER, -25, 900, MEETING, P_HARRY, 140,
    N_("Roof in the rain. Condensers of two makes, pipes short. Good case."),
    N_("I pay twice, once to cool it and once to heat it."), .cost = 48 },
  { D_WINTERBURN_WATER, -18, 1130, CALL, P_OLGA, 35,
    N_("Olga is afraid for her condensing pressure, and she is right to ask. Needs a drawing with "
       "the control valve."), N_("If my pressure moves, you are off my roof.") },
  { D_WINTERBURN_WATER, -6, 1500, CALL, P_HARRY, 15,
    N_("He waits for the drawing before he talks to his brother. Said when he gets it. Our "
       "drawing office is full.") },

  /* Orchard Lane, pasteuriser: Philippa asked for quiet, twice */
  { D_ORCHARD_PASTEURISER, -45, 1030, CALL, P_PHILIPPA, 20,
    N_("Lost the boiler, kept the talk. Pasteuriser throws away what the next batch needs.") },
  { D_ORCHARD_PASTEURISER, -37, 1000, MEETING, P_PHILIPPA, 110,
    N_("Measured two batches with her."), N_("This one I would like to do with you."), .cost = 39 },
  { D_ORCHARD_PASTEURISER, -29, 1615, CALL, P_PHILIPPA, 10,
    N_("Pressing begins. Asked to be left in peace until the fruit is in."),
    N_("Please, not while we are pressing. I will talk to you after.") },
  { D_ORCHARD_PASTEURISER, -10, 1100, MAIL, P_PHILIPPA, 5,
    N_("Sent the price list “just for the file”. Should not have.") },
  { D_ORCHARD_PASTEURISER, -9, 650, MAIL_IN, P_PHILIPPA, 5, N_("One line, at ten to seven."),
    N_("I asked you nicely. After the pressing, please.") },
  { D_ORCHARD_PASTEURISER, -9, 900, NOTE, P_NONE, 5,
    N_("She had to say it a second time, because of me. Nothing goes out before her day. Use the "
       "time: batch times, and who talks to Simon."), .private = TRUE },

  /* Harrop, tanks: our move since yesterday */
  { D_HARROP_TANKS, -20, 1330, CALL_IN, P_DEAN, 15,
    N_("Four tanks, electric heaters, lease runs out. Will gas do it?") },
  { D_HARROP_TANKS, -14, 800, MEETING, P_DEAN, 70,
    N_("Small shop, clean, everything paid for. Vent has to go through the neighbour’s yard."),
    N_("I am the board. Ask me."), .cost = 19 },
  { D_HARROP_TANKS, -9, 1000, MAIL, P_DEAN, 25, N_("Estimate, 29,800, without the vent.") },
  { D_HARROP_TANKS, -1, 730, CALL_IN, P_DEAN, 15,
    N_("Heaters cost him 900 a week. Neighbour agrees to the vent. Wants the final price."),
    N_("Every week you think about it costs me nine hundred.") },

  /* Greystone, kiln: only one try */
  { D_GREYSTONE_KILN, -34, 1120, MAIL_IN, P_MARTIN, 5,
    N_("Exhaust of kiln 2 at 160 °C, sulphur in it. Would a study tell him what is possible?") },
  { D_GREYSTONE_KILN, -27, 1300, MEETING, P_MARTIN, 120,
    N_("Kiln, stack, samples. Acid dew point decides everything."), .cost = 45 },
  { D_GREYSTONE_KILN, -14, 1030, CALL, P_MARTIN, 20,
    N_("Scope is clear. Louise must find the money for the study; after the dryer she is careful "
       "with us."), N_("It is only a study. But ask Louise, not me.") },
  { D_GREYSTONE_KILN, -7, 1500, MAIL, P_LOUISE, 20, N_("Scope and price of the study, one page.") },

  /* Beacon, pools: meeting set */
  { D_BEACON_POOLS, -24, 1500, CALL_IN, P_BRIAN, 20,
    N_("Learner pool cold for three days. Wants a service firm that picks up.") },
  { D_BEACON_POOLS, -17, 630, MEETING, P_BRIAN, 120,
    N_("Round of all four plant rooms before they open. Log book of the last failure: four firms, "
       "four opinions."), N_("Three hundred children went home shivering."), .cost = 21 },
  { D_BEACON_POOLS, -13, 1045, MAIL, P_BRIAN, 30, N_("List of what is due in each plant room.") },
  { D_BEACON_POOLS, -3, 1400, MAIL_IN, P_TANYA, 5,
    N_("Accepts the meeting. Asks for a price per pool.") },

  /* Drakelow, tomatoes: roadblock, still a guess */
  { D_DRAKELOW_HEAT, -52, 1000, CALL_IN, P_PIETER, 25,
    N_("Has seen in Holland how they feed flue gas to the plants. Wants that, and the heat in a "
       "tank for the night.") },
  { D_DRAKELOW_HEAT, -44, 900, MEETING, P_PIETER, 180,
    N_("Two hectares, lorry of carbon dioxide in the yard. He could stop buying it in the growing "
       "months."), N_("I pay for it by the lorry and blow it out of the chimney."), .cost = 55 },
  { D_DRAKELOW_HEAT, -30, 1130, CALL, P_HANNAH, 30,
    N_("Hannah on the tank: where, how high, who asks the planners.") },
  { D_DRAKELOW_HEAT, -19, 1600, MAIL, P_PIETER, 60,
    N_("Outline with a tank of 400 cubic metres.") },
  { D_DRAKELOW_HEAT, -11, 1220, MAIL_IN, P_PIETER, 5,
    N_("Not now, he writes. No reason given. He does not sound like himself."),
    N_("I am afraid we have to leave it for now.") },

  /* Wharfe, hide dryers: fading */
  { D_WHARFE_AIR, -38, 1115, MAIL_IN, P_VICTOR, 5,
    N_("Air heater for the dryers. Asks for a layout straight away.") },
  { D_WHARFE_AIR, -29, 1000, MEETING, P_VICTOR, 90,
    N_("An hour’s wait, then twenty minutes. He draws, I nod."), .cost = 33 },
  { D_WHARFE_AIR, -12, 930, CALL, P_VICTOR, 15,
    N_("Wants the layout first and will talk about money later. Offered it for a fee that we take "
       "off the order."), N_("Others do that for nothing.") },
  { D_WHARFE_AIR, -7, 1040, TRIED, P_VICTOR, 5, N_("June: in a meeting.") },
  { D_WHARFE_AIR, -5, 1510, MAIL, P_VICTOR, 10, N_("Asked who decides and by when.") },

  /* Pennine Linen, water: their move */
  { D_PENNINE_WATER, -19, 1430, CALL, P_KEVIN, 15,
    N_("Scale in the sight glass. Who treats the water? Nobody, since the last one retired.") },
  { D_PENNINE_WATER, -12, 1100, MAIL_IN, P_KEVIN, 5,
    N_("Water analysis, before we asked for it.") },
  { D_PENNINE_WATER, -5, 1020, CALL, P_KEVIN, 15,
    N_("He wants one visit a month and the reports in one folder."),
    N_("I want to be bored by this boiler.") },
  { D_PENNINE_WATER, -2, 1615, MAIL, P_KEVIN, 30,
    N_("Offer with twelve visits and a sample report.") },

  /* Helvia, extraction hall: our move, with an old hole */
  { D_HELVIA_STEAM, -41, 1000, MAIL_IN, P_REGULA, 5,
    N_("Extraction doubles next year; present steam will not carry it.") },
  { D_HELVIA_STEAM, -33, 1000, MEETING, P_REGULA, 160,
    N_("Whole day with her, very exact. Drawings only in their own format."),
    N_("If it is not in the drawing it does not exist."), .cost = 67 },
  { D_HELVIA_STEAM, -26, 1140, CALL, P_REGULA, 25,
    N_("Loads for both extractors. Forgot to ask who in Zürich releases the money.") },
  { D_HELVIA_STEAM, -15, 930, MAIL, P_REGULA, 90, N_("First layout, in their format.") },
  { D_HELVIA_STEAM, -6, 1350, MAIL_IN, P_REGULA, 5, N_("Layout accepted with three remarks."),
    N_("Correct, apart from three things.") },

  /* Northgate: never heard */
  { D_NORTHGATE_HALLS, -15, 1100, LETTER, P_EDWARD, 25,
    N_("One page about the halls at Lancaster that we looked after for nine years.") },
  { D_NORTHGATE_HALLS, -9, 1010, MAIL, P_EDWARD, 10,
    N_("Referred to the letter, asked for fifteen minutes.") },
  { D_NORTHGATE_HALLS, -3, 1430, TRIED, P_EDWARD, 5,
    N_("Estates office: back at four. At four: gone.") },

  /* Spindle Mill: never heard */
  { D_SPINDLE_BOILER, -8, 1000, NOTE, P_NONE, 10,
    N_("A tenant told Brian Leck that the old boiler failed again. Ninety flats. The managing "
       "agent is Fiona Marsh.") },
  { D_SPINDLE_BOILER, -6, 1120, TRIED, P_FIONA, 5, N_("Rang the agency; she is out on viewings.") },
  { D_SPINDLE_BOILER, -6, 1140, MAIL, P_FIONA, 10,
    N_("Three lines: what failed, what a night without heat means in ninety flats, two days for "
       "a look.") },

  /* Salter’s: the company asked for quiet, twice */
  { D_SALTERS_CONDENSER, -48, 930, CALL_IN, P_AYESHA, 25,
    N_("Ayesha answers the letters about the smell. A condenser would end most of them.") },
  { D_SALTERS_CONDENSER, -40, 1000, MEETING, P_DONALD, 60,
    N_("Mr Salter himself. Knows it has to come, and wants to get through the sale of the lower "
       "yard first."), N_("Leave us be until the yard is sold. I will ring you."), .cost = 51 },
  { D_SALTERS_CONDENSER, -22, 1030, MAIL, P_AYESHA, 10,
    N_("Sent Ayesha a link to the new emission limits.") },
  { D_SALTERS_CONDENSER, -21, 815, CALL_IN, P_DONALD, 5,
    N_("Mr Salter, about my mail to Ayesha. Two minutes, both his."),
    N_("When I say leave us be, I mean all of us.") },

  /* Millrace, wort heat: our move, planned */
  { D_MILLRACE_WORT, -6, 1645, MESSAGE_IN, P_OWEN, 5,
    N_("Owen drew a tank and two pipes on a beer mat and sent a picture. It would work.") },
  { D_MILLRACE_WORT, -3, 1500, CALL, P_OWEN, 20,
    N_("Wort leaves the kettle at 98 °C and goes through the cold side of the town. Needs volumes "
       "per brew."), N_("We cool with drinking water. My grandfather would hit me.") },

  /* Rosebank, steriliser: their move */
  { D_ROSEBANK_STERILISER, -13, 1130, CALL, P_YUSUF, 15,
    N_("Wet loads in the steriliser. Could be the steam, could be the traps.") },
  { D_ROSEBANK_STERILISER, -8, 1410, CALL, P_YUSUF, 15,
    N_("He can give us the machine for one morning, theatre list permitting."),
    N_("One morning, and I want it back warm.") },
  { D_ROSEBANK_STERILISER, -3, 1000, MAIL, P_YUSUF, 15, N_("Three mornings to choose from.") },

  /* Townley, extruders: heard today */
  { D_TOWNLEY_EXTRUDER, -5, 1320, MESSAGE, P_LUKASZ, 5,
    N_("Asked Łukasz whether the extruder condensate still runs into the yard.") },
  { D_TOWNLEY_EXTRUDER, 0, 705, MESSAGE_IN, P_LUKASZ, 5,
    N_("It does, and he has a picture of the steam over the yard."),
    N_("Nine litres a minute, boss. Every minute.") },

  /* Briggate, traps: their move, in time */
  { D_BRIGGATE_TRAPS, -10, 1430, CALL, P_ADAEZE, 10,
    N_("Does anybody check the traps in building A? Silence, then a laugh.") },
  { D_BRIGGATE_TRAPS, -2, 1540, CALL, P_ADAEZE, 10,
    N_("She sends the list of traps, then we price it. Below ten thousand it is her own "
       "signature."), N_("I will count them myself.") },

  /* Langthwaite: new */
  { D_LANGTHWAITE_FRYERS, -1, 1340, CALL_IN, P_NEIL, 20,
    N_("Three fryers, exhaust at 180 °C with oil in it. Got our name from Joan at Stannard. In a "
       "hurry, but did not say for what."), N_("How soon can somebody stand here with me?") },

  /* Aire: never heard, first call is due */
  { D_AIRE_STANDBY, -3, 1700, NOTE, P_NONE, 5,
    N_("Trade paper: line stopped for two days after a boiler trip. Site manager is Gwyneth "
       "Parr. Ring once, well prepared.") },

  /* Stannard, Leeds: quiet until the new shifts run */
  { D_STANNARD_SERVICE, -27, 1130, CALL, P_JOAN, 15,
    N_("Leeds bakery has no service contract at all.") },
  { D_STANNARD_SERVICE, -17, 900, CALL, P_JOAN, 10,
    N_("Shifts change at Leeds; nobody there has an hour. Asked to wait until the new plan runs."),
    N_("Give Leeds a month. Then come with rolls.") },

  /* Closed: won */
  { D_FELLSIDE_HIRE, -71, 1500, CALL_IN, P_MORAG, 15,
    N_("Old boiler fails its inspection; the bottling line needs steam in eight weeks.") },
  { D_FELLSIDE_HIRE, -66, 1000, MEETING, P_MORAG, 120,
    N_("Place for a container, gas at the gate."), .cost = 80 },
  { D_FELLSIDE_HIRE, -58, 1130, MAIL, P_MORAG, 30,
    N_("Offer with a delivery day and what we pay if we miss it.") },
  { D_FELLSIDE_HIRE, -44, 1400, CALL, P_MORAG, 15, N_("Two others say “about four weeks”."),
    N_("You are the only one with a day in it.") },
  { D_FELLSIDE_HIRE, -34, 930, MAIL_IN, P_MORAG, 5, N_("Order, signed.") },
  { D_FELLSIDE_HIRE, -30, 1130, MESSAGE_IN, P_MORAG, 5,
    N_("Container stands, steam at half past eleven."), N_("You said today, and it is today.") },

  /* Closed: said no */
  { D_GREYSTONE_DRYER, -59, 1000, MAIL_IN, P_LOUISE, 5, N_("Old dryer burner, wants a price.") },
  { D_GREYSTONE_DRYER, -48, 1000, MEETING, P_LOUISE, 100, N_("Measured the dryer."), .cost = 45 },
  { D_GREYSTONE_DRYER, -30, 1330, MAIL, P_LOUISE, 60, N_("Proposal, 49,000.") },
  { D_GREYSTONE_DRYER, -16, 1500, CALL, P_LOUISE, 15,
    N_("Asked her straight whether we are still in it. We are not; their own fitters do it. "
       "Thanked her for saying so. She laughed."),
    N_("No. And you are the only one who asked, so you get it first.") },

  /* Closed: we walked away */
  { D_WHARFE_BOILER, -64, 1100, MAIL_IN, P_VICTOR, 5, N_("Packaged boiler, wants a layout.") },
  { D_WHARFE_BOILER, -57, 1000, MEETING, P_VICTOR, 80, N_("Site. No word on who pays."),
    .cost = 33 },
  { D_WHARFE_BOILER, -50, 1600, MAIL, P_VICTOR, 240, N_("First layout.") },
  { D_WHARFE_BOILER, -42, 1500, MAIL, P_VICTOR, 180, N_("Second layout, other side of the yard.") },
  { D_WHARFE_BOILER, -35, 1030, MAIL_IN, P_VICTOR, 5,
    N_("Asks for a third one, with the chimney on the left.") },
  { D_WHARFE_BOILER, -28, 1400, CALL, P_VICTOR, 20,
    N_("Said that we draw again when we have met whoever pays. He would not name anybody, so we "
       "stop here. Friendly."), N_("Fair enough. I would do the same.") },

  /* Closed: went dark */
  { D_BEACON_BATHS, -76, 1100, MAIL_IN, P_TANYA, 5,
    N_("Two boilers of 1988. Budget in the plan, she writes.") },
  { D_BEACON_BATHS, -62, 1000, MEETING, P_TANYA, 120, N_("Survey with a surveyor of theirs."),
    .cost = 41 },
  { D_BEACON_BATHS, -45, 1500, MAIL, P_TANYA, 90, N_("Proposal for both boilers.") },
  { D_BEACON_BATHS, -43, 1000, MAIL_IN, P_TANYA, 5, N_("Received, goes to committee.") },
  { D_BEACON_BATHS, -36, 1100, TRIED, P_TANYA, 5, N_("No answer.") },
  { D_BEACON_BATHS, -31, 1000, MAIL, P_TANYA, 10,
    N_("Asked whether the money is still there; named a day for the answer.") },
  { D_BEACON_BATHS, -25, 1520, TRIED, P_TANYA, 5, N_("Asked the same on her voicemail.") },

  /* Closed: their project stopped */
  { D_KETTLEWELL_HALL, -80, 1100, CALL_IN, P_RUTH, 20,
    N_("Second hall for jam, steam for six kettles.") },
  { D_KETTLEWELL_HALL, -72, 1000, MEETING, P_ALISTAIR, 110,
    N_("Plans on the table, field next door already bought."),
    N_("My father would have liked this."), .cost = 42 },
  { D_KETTLEWELL_HALL, -41, 1600, CALL_IN, P_RUTH, 10,
    N_("Planning refused. The hall is not being built."), N_("You can put your pencil down.") },

  /* Closed: chose another */
  { D_ORCHARD_BOILER, -96, 1000, MAIL_IN, P_PHILIPPA, 5, N_("New bottling hall needs steam.") },
  { D_ORCHARD_BOILER, -88, 1000, MEETING, P_PHILIPPA, 130,
    N_("Hall, loads, chimney. She leads, Simon pays; did not meet him."), .cost = 39 },
  { D_ORCHARD_BOILER, -75, 1500, MAIL, P_PHILIPPA, 120, N_("Proposal, 104,000.") },
  { D_ORCHARD_BOILER, -60, 1100, CALL, P_PHILIPPA, 25,
    N_("Down to two. Asked about Simon; she said there is no need.") },
  { D_ORCHARD_BOILER, -52, 1630, CALL_IN, P_PHILIPPA, 10, N_("They take the other one."),
    N_("Simon knew him. I could not explain you to Simon.") },
};
const guint mull_sample_n_timelines_early = G_N_ELEMENTS (mull_sample_timelines_early);
/* clang-format on */
