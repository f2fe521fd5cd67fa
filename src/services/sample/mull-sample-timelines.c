/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-sample"

#include "config.h"

#include "mull-sample-data.h"

#include <glib/gi18n-lib.h>

/* The deals in Propose and Decide, each in the order of events. */

/* clang-format off */
/* Translators: from here on, texts of the sample pipeline: what a rep notes down after a call, a
 * meeting or a mail, in short and without polish; the second text of a line is what the customer
 * said, word by word. */
const MullSampleEntry mull_sample_timelines[] = {
  /* Calder Vale Dairy, heat recovery: the show-case */
  { D_CALDER_HEAT, -78, 1410, CALL_IN, P_BETHAN, 15,
    N_("Bethan rang after the energy fair. Gas bill up by a third, both chimneys too hot to "
       "touch. Wants somebody to look before she writes her plan for next year."),
    N_("I can feel our money going up the chimney.") },
  { D_CALDER_HEAT, -77, 930, MAIL, P_BETHAN, 20,
    N_("Sent the two-page note on flue-gas recovery and offered three days for a first walk.") },
  { D_CALDER_HEAT, -75, 845, MAIL_IN, P_BETHAN, 5,
    N_("Takes the second of our days. Safety boots, and bring the flue probe. Tomasz will meet "
       "us at the gatehouse.") },
  { D_CALDER_HEAT, -70, 1000, MEETING, P_TOMASZ, 120,
    N_("First walk with Bethan and Tomasz. Two eight-tonne boilers of 2009, flue at 228 °C on "
       "both, condensate of the cheese side to drain. Tomasz took us up on the roof without being "
       "asked. Feed tank has room for a second coil."),
    N_("Nobody has asked me about these boilers in eleven years."), .cost = 46 },
  { D_CALDER_HEAT, -70, 1430, NOTE, P_COLIN, 5,
    N_("Colin Frayne of the maintenance firm stood beside us the whole time and said nothing. "
       "Fewer hot flues means fewer call-outs for him. Keep an eye on that."), .private = TRUE },
  { D_CALDER_HEAT, -66, 1105, TRIED, P_HELEN, 5,
    N_("Rang Helen for a first word. In the factory.") },
  { D_CALDER_HEAT, -61, 1640, CALL, P_HELEN, 25,
    N_("First talk with Helen. There is money if it pays back inside three years. She signs up to "
       "150,000, above that the board does. Wants it running before the peak season."),
    N_("Bring me a number that Priya cannot pick apart.") },
  { D_CALDER_HEAT, -58, 1015, CALL, P_BETHAN, 6,
    N_("Rang back: I had been there twice and never asked what happens if they do nothing. She "
       "was quiet for a moment, and then glad somebody asked."),
    N_("Then the group shuts the cheese hall first, and everybody here knows it.") },
  { D_CALDER_HEAT, -52, 900, MEETING, P_BETHAN, 180,
    N_("Hung loggers on both flues, the feed tank and the gas meter, with Naveed. They stay a "
       "week. Bethan held the ladder."), .cost = 210 },
  { D_CALDER_HEAT, -47, 1415, MAIL, P_BETHAN, 90,
    N_("Logger results: 312 kW on average up the two chimneys, 520 at the peak. About 1.9 "
       "GWh of gas a year. Raw data attached.") },
  { D_CALDER_HEAT, -44, 1010, MAIL_IN, P_PRIYA, 5,
    N_("Asks which gas price we assumed, whether downtime is in it, and for the raw data."),
    N_("I do not need a brochure. I need the spreadsheet.") },
  { D_CALDER_HEAT, -43, 1650, MAIL, P_PRIYA, 45,
    N_("Sent Priya the spreadsheet with the price of gas as a cell that she can change.") },
  { D_CALDER_HEAT, -36, 1500, CALL, P_PRIYA, 35,
    N_("Went through the sheet line by line. She took a fifth off our gas price and added two "
       "days without steam. Still 2.7 years. She will send the gas contract so that we stop "
       "guessing."), N_("At my price it still works. I did not expect that.") },
  { D_CALDER_HEAT, -33, 940, MAIL_IN, P_PRIYA, 5,
    N_("Gas contract, as promised: fixed until the end of next year, then open.") },
  { D_CALDER_HEAT, -31, 1610, TRIED, P_HELEN, 5,
    N_("Rang about a day for the proposal. Left a message with the shift office.") },
  { D_CALDER_HEAT, -30, 655, MAIL_IN, P_HELEN, 5,
    N_("New yoghurt line goes first, so their date moves. She still wants the price soon.") },
  { D_CALDER_HEAT, -23, 1600, MEETING, P_HELEN, 90,
    N_("Put the outline on one sheet: two economisers, one condensate coil, 184,000. Helen and "
       "Bethan. Nobody else measured before they quoted, Helen says. Asked for a firm price and "
       "references from a dairy or a distillery."),
    N_("If it stands still, I stand beside it and explain. So show me one that does not."),
    .cost = 38 },
  { D_CALDER_HEAT, -18, 1120, MAIL, P_STUART, 60,
    N_("Firm quotation to Stuart, copy to Helen. 184,000, valid for sixty days, payment in "
       "three parts.") },
  { D_CALDER_HEAT, -16, 1345, MAIL_IN, P_STUART, 5,
    N_("Wants two more quotations and forty-five days to pay."),
    N_("House rules. Nothing personal.") },
  { D_CALDER_HEAT, -15, 1130, CALL, P_STUART, 20,
    N_("Forty-five days are fine. Asked what the two others should quote for when nobody else "
       "has measured. He laughed, and did not say no.") },
  { D_CALDER_HEAT, -11, 1525, DRILL, P_NONE, 5,
    N_("What is missing here? Nobody has told us who speaks for it in the board meeting.") },
  { D_CALDER_HEAT, -10, 720, MESSAGE_IN, P_TOMASZ, 5,
    N_("Colin told the late shift that recovery units always leak. Tomasz wants something to "
       "put against it.") },
  { D_CALDER_HEAT, -10, 1815, MESSAGE, P_TOMASZ, 10,
    N_("Sent photographs of Fellside after two winters, and Morag’s number so that he can ask "
       "her himself.") },
  { D_CALDER_HEAT, -6, 800, MEETING, P_TOMASZ, 240,
    N_("Drove Tomasz and Bethan to Fellside. Morag let them open the inspection door. The two "
       "boiler men talked for an hour and I kept out of it."),
    N_("Their stack is cold enough to lean on."), .cost = 85 },
  { D_CALDER_HEAT, -5, 640, MAIL_IN, P_HELEN, 5,
    N_("The board meets in five weeks and not before, so their date moves once more. Takes our "
       "day for the proposal, at ten, and brings Priya."),
    N_("Come with the installation date. It is the first thing the board will ask me.") },
  { D_CALDER_HEAT, -3, 1430, CALL, P_PRIYA, 20,
    N_("Priya wants the gas of the three coldest months split by boiler before we meet. Said "
       "yes, and gave her a day.") },
  { D_CALDER_HEAT, -2, 1700, NOTE, P_NONE, 10,
    N_("If Helen asks for a lower price: no. Offer the second economiser as a later phase "
       "instead."), .private = TRUE },
  { D_CALDER_HEAT, 0, SAMPLE_AN_HOUR_AGO, MEETING, P_TOMASZ, 90,
    N_("Last walk through the boiler house with Tomasz. Tie-in points measured, crane can stand "
       "at the loading bay, four days without steam. Shook hands, drove off, and noticed at the "
       "roundabout: I never asked in which week both boilers may stand still."),
    N_("Get the pipes right and I defend it upstairs."), .cost = 27 },

  /* Arkwell Tissue, condensate: dark */
  { D_ARKWELL_CONDENSATE, -66, 1030, MAIL_IN, P_ROSA, 5,
    N_("Rosa found us through Fellside. Condensate of line 2 goes to drain at 92 °C.") },
  { D_ARKWELL_CONDENSATE, -60, 1300, MEETING, P_ROSA, 150,
    N_("Day on site. Pipe bridge is there already, pump room is not. She wrote the specification "
       "while we walked."), N_("I have wanted this pipe since I started here."), .cost = 52 },
  { D_ARKWELL_CONDENSATE, -52, 1100, CALL, P_ROSA, 30,
    N_("Agreed what the trial has to show and who measures.") },
  { D_ARKWELL_CONDENSATE, -41, 900, MEETING, P_ROSA, 300,
    N_("Trial with the hire pump, two shifts. 41 cubic metres of hot water saved in a day. Three "
       "of our people on site."), .cost = 640 },
  { D_ARKWELL_CONDENSATE, -30, 1400, MEETING, P_GARETH, 90,
    N_("Presented results to Gareth. Nodded a lot, asked little. Says it is his to decide."),
    N_("Looks good. Leave it with me."), .cost = 44 },
  { D_ARKWELL_CONDENSATE, -29, 1715, NOTE, P_NONE, 5, N_("“Leave it with me” is not a date. Ask."),
    .private = TRUE },
  { D_ARKWELL_CONDENSATE, -24, 1145, CALL, P_GARETH, 15,
    N_("He will send the metering of line 2 so that we can make the price firm.") },
  { D_ARKWELL_CONDENSATE, -19, 1000, MAIL, P_GARETH, 15,
    N_("Asked after the metering, with the one table we need.") },
  { D_ARKWELL_CONDENSATE, -16, 1530, TRIED, P_GARETH, 5,
    N_("No answer on the direct line. Nobody at the switchboard would say when.") },
  { D_ARKWELL_CONDENSATE, -11, 1210, MESSAGE, P_ROSA, 5,
    N_("Asked Rosa whether something has happened. Read, not answered.") },
  { D_ARKWELL_CONDENSATE, -6, 930, MAIL, P_GARETH, 25,
    N_("Asked plainly whether the money is gone or the plan has changed, and said that either "
       "answer is all right. Asked for it within a fortnight.") },

  /* Stannard, oven flues: the roadblock */
  { D_STANNARD_OVENS, -57, 1015, CALL_IN, P_JOAN, 20,
    N_("Joan heats wash water with electricity all night while three ovens blow 240 °C through "
       "the roof.") },
  { D_STANNARD_OVENS, -50, 500, MEETING, P_JOAN, 150,
    N_("Walked the night shift from five. Flues in a row, tank room behind the wall. Could not be "
       "easier."), N_("You are the first one who came when we actually bake."), .cost = 31 },
  { D_STANNARD_OVENS, -40, 1100, MAIL, P_JOAN, 40,
    N_("Sketch and estimate: 410 MWh a year, 72,000, nothing changed on the ovens themselves.") },
  { D_STANNARD_OVENS, -34, 1330, MAIL_IN, P_JOAN, 5,
    N_("Nigel likes it. Wants ten minutes with us, standing.") },
  { D_STANNARD_OVENS, -21, 730, MEETING, P_NIGEL, 45,
    N_("Ten minutes became forty-five. He wants it in before the next oven is rebuilt."),
    N_("If Joan wants it, she gets it. Show me it is safe."), .cost = 22 },
  { D_STANNARD_OVENS, -14, 1600, MAIL, P_NIGEL, 30,
    N_("Firm proposal with the safety drawing on page two.") },
  { D_STANNARD_OVENS, -7, 845, CALL_IN, P_JOAN, 25,
    N_("Joan rang and was sorry before I had said a word. It is off. Asked her three times whose "
       "reason that is; she thinks it comes from the insurer. Nobody has said no."),
    N_("It is not happening this year, and I cannot tell you how sorry I am.") },
  { D_STANNARD_OVENS, -5, 930, CALL, P_JOAN, 20,
    N_("Rang again with Naveed on the line. The letter reached Felix, and Felix told Nigel.") },
  { D_STANNARD_OVENS, -3, 1110, CALL, P_FELIX, 30,
    N_("Felix read us the letter. It does not forbid anything. It asks for a fire damper with "
       "proof, and nobody at the bakery knows what such a proof looks like."),
    N_("I cannot sign for something I do not understand.") },

  /* Rosebank, service: their move, in time */
  { D_ROSEBANK_SERVICE, -49, 1115, CALL, P_YUSUF, 20,
    N_("Yusuf has counted: nineteen call-outs last winter, three on theatre days.") },
  { D_ROSEBANK_SERVICE, -43, 1400, MEETING, P_DEREK, 180,
    N_("Walked both sites with Derek and Yusuf. Present contract says “best efforts”. Spare "
       "burner has been on loan for two years."), N_("I want a number of hours, not an adjective."),
    .cost = 58 },
  { D_ROSEBANK_SERVICE, -32, 1030, MAIL, P_DEREK, 60,
    N_("Draft with four hours on site, in writing, and what it costs us if we are late.") },
  { D_ROSEBANK_SERVICE, -25, 1510, MAIL_IN, P_ANNE, 5,
    N_("Has to go through a framework. She names two; we are on one.") },
  { D_ROSEBANK_SERVICE, -15, 1000, MEETING, P_DEREK, 75,
    N_("Went through the draft. Two changes: stock on site, and Sundays."), .cost = 34 },
  { D_ROSEBANK_SERVICE, -11, 1640, MAIL, P_ANNE, 30, N_("Framework papers, complete.") },
  { D_ROSEBANK_SERVICE, -4, 1330, MEETING, P_DEREK, 60,
    N_("Derek opened the present contract and let us read it. He takes ours to the trust’s "
       "estates board and sends the result."),
    N_("You will have a yes or a no from me, not a maybe."), .cost = 34 },

  /* Holme, dye baths: fading */
  { D_HOLME_DYE, -55, 1420, CALL_IN, P_WALTER, 15,
    N_("Drains of the dye baths run at 70 °C, and he pays to cool them.") },
  { D_HOLME_DYE, -48, 1000, MEETING, P_WALTER, 120,
    N_("Lint in every drain. A plate exchanger is out; a rotating one works. Walter knew that "
       "already."), .cost = 40 },
  { D_HOLME_DYE, -35, 1130, CALL_IN, P_WALTER, 10,
    N_("Rang on his own account to ask how far we are.") },
  { D_HOLME_DYE, -20, 1600, MAIL, P_WALTER, 45, N_("Proposal, 58,000 with the rotating filter.") },
  { D_HOLME_DYE, -15, 915, CALL, P_WALTER, 15,
    N_("Likes it. Sunita decides; he will put it on her desk. Asked for half an hour with her. "
       "“Better if I do it.”"), N_("She hates being sold to. Let me carry it in.") },
  { D_HOLME_DYE, -9, 1100, MAIL, P_WALTER, 10, N_("Asked how it went with Sunita.") },
  { D_HOLME_DYE, -5, 1545, TRIED, P_WALTER, 5, N_("Rang out. Message left.") },

  /* Townley, burners: we went quiet */
  { D_TOWNLEY_BURNERS, -43, 1330, MAIL_IN, P_KAREN, 5,
    N_("Two burners past their date, wants a price for retrofits.") },
  { D_TOWNLEY_BURNERS, -38, 1000, MEETING, P_LUKASZ, 100,
    N_("Łukasz showed both. Linkages worn out; turndown three to one at best."), .cost = 36 },
  { D_TOWNLEY_BURNERS, -28, 1420, CALL, P_KAREN, 25,
    N_("She asked about gas savings first and delivery second.") },
  { D_TOWNLEY_BURNERS, -17, 1100, MAIL, P_KAREN, 50,
    N_("Proposal with both burners, and one burner as the alternative.") },
  { D_TOWNLEY_BURNERS, -12, 1650, CALL_IN, P_KAREN, 20,
    N_("One burner first, the second after the audit. Asked for a new price. I said I would look "
       "into it and gave no day."), N_("Send me the one-burner price and I can move.") },

  /* Vianen: away */
  { D_VIANEN_HEATER, -36, 1030, CALL_IN, P_MARIEKE, 20,
    N_("Thermal oil heater due for its five-year strip-down. Their usual firm has shut.") },
  { D_VIANEN_HEATER, -30, 1300, MEETING, P_MARIEKE, 110,
    N_("Dock 4. Oil sample black, flame detector original. She had the log book ready."),
    N_("When can you start? I mean it, when?"), .cost = 74 },
  { D_VIANEN_HEATER, -19, 1515, MAIL_IN, P_JOOST, 5,
    N_("Wants the price in euros and carriage paid.") },
  { D_VIANEN_HEATER, -14, 1130, MAIL, P_JOOST, 35,
    N_("Quotation: €41,000, five years, oil analysis included.") },
  { D_VIANEN_HEATER, -11, 945, CALL, P_MARIEKE, 15,
    N_("Price is fine. She needs one signature from Rotterdam and goes there herself.") },
  { D_VIANEN_HEATER, -6, 1000, MAIL, P_MARIEKE, 10,
    N_("Asked how Rotterdam went, and offered two weeks for the strip-down.") },
  { D_VIANEN_HEATER, -6, 1001, AUTO_REPLY, P_MARIEKE, 0,
    N_("I am out of the office and back soon. For anything urgent please ring the dock office."),
    .away = 5 },

  /* Briggate, clean steam: they missed a promise */
  { D_BRIGGATE_STEAM, -62, 1100, MAIL_IN, P_ADAEZE, 5,
    N_("Building C needs clean steam for its licence. Who of ours has done one before?") },
  { D_BRIGGATE_STEAM, -55, 1000, MEETING, P_ADAEZE, 140,
    N_("Clean room tour, then two hours on the layout. Robert joined for ten minutes and asked "
       "only about documents."), N_("The steam is the easy part. The folder is the hard part."),
    .cost = 61 },
  { D_BRIGGATE_STEAM, -47, 1430, MAIL, P_ADAEZE, 80,
    N_("Layout, utilities list and a sample of the folder we would hand over.") },
  { D_BRIGGATE_STEAM, -33, 1600, CALL, P_ROBERT, 40,
    N_("Robert accepts the structure of the folder. Wants to see one of a plant already "
       "validated.") },
  { D_BRIGGATE_STEAM, -28, 930, MAIL_IN, P_ADAEZE, 5,
    N_("Opening of building C moves by seven weeks; so does she.") },
  { D_BRIGGATE_STEAM, -19, 1330, MEETING, P_ADAEZE, 90, N_("Handed over the proposal, 132,000."),
    .cost = 33 },
  { D_BRIGGATE_STEAM, -9, 1510, CALL, P_ADAEZE, 25,
    N_("Our layout is in her project plan. She sends the change control number, without which "
       "nobody may lift a finger."), N_("You get the number within days. You have my word.") },

  /* Tillotson, controls: meeting set */
  { D_TILLOTSON_CONTROLS, -32, 1045, CALL_IN, P_MEI, 20,
    N_("Mei saw seven per cent oxygen in the flue and wants to know whether that is bad. It is.") },
  { D_TILLOTSON_CONTROLS, -26, 900, MEETING, P_MEI, 90,
    N_("Boiler 1 tuned by hand, boiler 2 by hope. Showed her how to read the probe."), .cost = 28 },
  { D_TILLOTSON_CONTROLS, -16, 1700, MAIL_IN, P_MEI, 5,
    N_("A week of readings, by hand, every hour. Seven to nine per cent."),
    N_("I stopped believing the display and bought a notebook.") },
  { D_TILLOTSON_CONTROLS, -9, 1130, MAIL, P_GRAHAM, 40,
    N_("Proposal for boiler 1 with boiler 2 as an option, on Mei’s own figures.") },
  { D_TILLOTSON_CONTROLS, -2, 1020, CALL, P_GRAHAM, 15,
    N_("He has read it. Wants to hear it from somebody who will be there afterwards. Took a day "
       "for it."), N_("I buy from people, then from firms.") },

  /* Millrace, new boiler: our move, today */
  { D_MILLRACE_BOILER, -88, 1130, CALL_IN, P_IAN, 20,
    N_("Inspector gave the old boiler one more year, and shook his head while he did.") },
  { D_MILLRACE_BOILER, -81, 1000, MEETING, P_IAN, 130,
    N_("Measured the yard. It goes in through the cask store if the hoist comes out."),
    .cost = 30 },
  { D_MILLRACE_BOILER, -74, 1400, CALL, P_OWEN, 25,
    N_("Owen on two lost brews: pressure fell twice in the middle of the boil."),
    N_("I poured forty barrels away and went home without a word.") },
  { D_MILLRACE_BOILER, -60, 1100, MEETING, P_SARAH, 80,
    N_("Sarah, Ian, Owen. She wants to pay it off over five years and asked what breaks first."),
    N_("Tell me what will go wrong. Everybody else told me what will go right."), .cost = 26 },
  { D_MILLRACE_BOILER, -46, 1500, MAIL, P_SARAH, 120,
    N_("Proposal, with a page on what breaks first and what it costs.") },
  { D_MILLRACE_BOILER, -33, 1010, MAIL_IN, P_SARAH, 5,
    N_("Bank needs the accounts first. Her date moves by two weeks.") },
  { D_MILLRACE_BOILER, -27, 1640, CALL, P_SARAH, 20,
    N_("Told her before the day that the lead time is eleven weeks and not nine, as I had "
       "written. She took it well and we shifted the start-up."),
    N_("Better today than the day I have a crane standing here.") },
  { D_MILLRACE_BOILER, -12, 1330, MEETING, P_SARAH, 100,
    N_("Contract read line by line. One open point: what happens if the flue needs a new base."),
    .cost = 26 },
  { D_MILLRACE_BOILER, -6, 1130, MAIL, P_IAN, 35,
    N_("Statement on the base, with the drawing. Worst case 4,800, and we carry half.") },
  { D_MILLRACE_BOILER, -1, 1545, CALL_IN, P_SARAH, 15,
    N_("Bank has said yes with one question more. I am to ring her next morning about the day of "
       "the start-up."), N_("I sleep better when I know which Monday.") },

  /* Pennine Linen, service: we owe */
  { D_PENNINE_SERVICE, -47, 1600, CALL_IN, P_KEVIN, 15,
    N_("Second stop in a month. Their service firm came after nine hours.") },
  { D_PENNINE_SERVICE, -42, 1000, MEETING, P_KEVIN, 110,
    N_("Looked at both boilers. Nothing wrong that a planned visit would not have found."),
    .cost = 29 },
  { D_PENNINE_SERVICE, -34, 1100, MEETING, P_DOROTHY, 60,
    N_("Dorothy wants three years and one telephone number."),
    N_("Eleven hospitals ring me, and I ring nobody, because nobody answers."), .cost = 29 },
  { D_PENNINE_SERVICE, -26, 1430, MAIL, P_DOROTHY, 50, N_("Offer, three years, 54,600.") },
  { D_PENNINE_SERVICE, -11, 900, CALL, P_DOROTHY, 20,
    N_("Price agreed. Contract on the way to her.") },
  { D_PENNINE_SERVICE, -8, 1615, CALL, P_DOROTHY, 15,
    N_("She wants to talk to two laundries that we look after. I promised the list, and it is "
       "still not written."), N_("Two names and I sign.") },

  /* Kettlewell, economiser: dark at the last step */
  { D_KETTLEWELL_ECONOMISER, -73, 1015, MAIL_IN, P_RUTH, 5,
    N_("Ruth asks for an economiser price for her efficiency plan.") },
  { D_KETTLEWELL_ECONOMISER, -65, 1000, MEETING, P_RUTH, 120,
    N_("One boiler, long hours, blowdown to drain. Clear case."), .cost = 42 },
  { D_KETTLEWELL_ECONOMISER, -50, 1400, CALL, P_RUTH, 25,
    N_("Went through the estimate. She wants the flash vessel in it.") },
  { D_KETTLEWELL_ECONOMISER, -38, 1020, MAIL_IN, P_RUTH, 5,
    N_("Mr Kettlewell is abroad; everything waits three weeks.") },
  { D_KETTLEWELL_ECONOMISER, -24, 1500, MEETING, P_ALISTAIR, 60,
    N_("First and only meeting with him. Signed nothing, refused nothing."),
    N_("I shall sleep on it."), .cost = 42 },
  { D_KETTLEWELL_ECONOMISER, -22, 1100, CALL, P_RUTH, 10,
    N_("She hears nothing from him either.") },
  { D_KETTLEWELL_ECONOMISER, -18, 1030, MAIL, P_ALISTAIR, 10,
    N_("Asked whether a question is open.") },
  { D_KETTLEWELL_ECONOMISER, -13, 1520, TRIED, P_ALISTAIR, 5, N_("His secretary took it down.") },
  { D_KETTLEWELL_ECONOMISER, -9, 1115, LETTER, P_ALISTAIR, 20,
    N_("One page, by post: what we would still need, and that a no is welcome.") },
  { D_KETTLEWELL_ECONOMISER, -4, 1000, TRIED, P_RUTH, 5, N_("Rang Ruth. Out.") },

  /* Fellside, third still: their move, decision named */
  { D_FELLSIDE_STEAM, -51, 1200, CALL_IN, P_MORAG, 20,
    N_("Third still is ordered. The hire boiler did what it should, so we are asked first."),
    N_("You came when you said. Come again.") },
  { D_FELLSIDE_STEAM, -44, 1000, MEETING, P_MORAG, 150,
    N_("Measured the new hall with her and the architect."), .cost = 88 },
  { D_FELLSIDE_STEAM, -27, 1500, MAIL, P_MORAG, 90,
    N_("Proposal: one boiler for three stills, old one stays as a standby.") },
  { D_FELLSIDE_STEAM, -14, 1100, CALL, P_EWAN, 30,
    N_("Ewan wants four payments instead of three, the last one after a month of running. Fair.") },
  { D_FELLSIDE_STEAM, -8, 1630, MAIL, P_EWAN, 20, N_("New payment plan.") },
  { D_FELLSIDE_STEAM, -3, 1015, CALL, P_MORAG, 15,
    N_("Owners meet in the next days; she rings with the decision."),
    N_("Nobody else was asked, so do not spoil it.") },

  /* Ballyduff, spray dryer: meeting set */
  { D_BALLYDUFF_DRYER, -82, 1130, MAIL_IN, P_SIOBHAN, 5,
    N_("Has read about our dairy work. Dryer exhaust at 85 °C, wet and dusty. Does that go at "
       "all?") },
  { D_BALLYDUFF_DRYER, -72, 900, MEETING, P_SIOBHAN, 240,
    N_("Flew over. It goes, if the washing is right. She has a figure on her wall: what the "
       "carbon levy costs from next year."), N_("That number on the wall is my salary, twice."),
    .cost = 312 },
  { D_BALLYDUFF_DRYER, -58, 1400, CALL, P_CATHAL, 35,
    N_("Cathal on dust: the last unit clogged in a month. Told him how ours is washed and that "
       "I do not know yet whether weekly is enough.") },
  { D_BALLYDUFF_DRYER, -35, 1600, MAIL, P_SIOBHAN, 120,
    N_("Proposal, €210,000, with the washing test as a condition.") },
  { D_BALLYDUFF_DRYER, -26, 1030, MAIL_IN, P_SIOBHAN, 5,
    N_("Owners’ meeting moved by two weeks.") },
  { D_BALLYDUFF_DRYER, -10, 1500, CALL, P_SIOBHAN, 30,
    N_("Her paper for the owners is finished. She sent it to us to check the figures, which "
       "says a lot.") },
  { D_BALLYDUFF_DRYER, -5, 930, MAIL_IN, P_CATHAL, 5,
    N_("Takes the day for the video call about the washing test. Both of them will be there."),
    N_("If weekly is enough, I am out of objections.") },

  /* Cordova: fading, one channel */
  { D_CORDOVA_SERVICE, -69, 1045, CALL_IN, P_ELAINE, 25,
    N_("Their service contract runs out and Houston wants it compared.") },
  { D_CORDOVA_SERVICE, -62, 1000, MEETING, P_ELAINE, 160,
    N_("Boiler house immaculate. They do not need repair, they need somebody who answers at three "
       "in the morning."), N_("I sign nothing above ten thousand. I just get the blame."),
    .cost = 96 },
  { D_CORDOVA_SERVICE, -45, 1530, MAIL, P_ELAINE, 70,
    N_("Comparison sheet in Houston’s own form, in dollars.") },
  { D_CORDOVA_SERVICE, -34, 1700, CALL, P_BRETT, 30,
    N_("First talk with Brett. Polite, quick, wants a cap on call-outs.") },
  { D_CORDOVA_SERVICE, -16, 1140, MAIL, P_BRETT, 45,
    N_("Offer with a cap of twelve call-outs a year.") },
  { D_CORDOVA_SERVICE, -13, 1610, MAIL_IN, P_BRETT, 5, N_("Thanks, received, will come back.") },
  { D_CORDOVA_SERVICE, -8, 1620, MAIL, P_BRETT, 10,
    N_("Asked what is still missing for his comparison.") },
  { D_CORDOVA_SERVICE, -4, 1635, MAIL, P_BRETT, 10, N_("Asked again, in two lines.") },
};
const guint mull_sample_n_timelines = G_N_ELEMENTS (mull_sample_timelines);
/* clang-format on */
