/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-sample"

#include "config.h"

#include "mull-sample-data.h"

#include <glib/gi18n-lib.h>

/* What is promised, planned and missing. */

#define US MULL_SIDE_US
#define THEM MULL_SIDE_THEM
#define BOTH MULL_SIDE_BOTH
#define SURE MULL_FIRMNESS_SURE
#define THINK MULL_FIRMNESS_THINK
#define HOPE MULL_FIRMNESS_HOPE
#define OPEN MULL_COMMITMENT_OPEN
#define KEPT MULL_COMMITMENT_KEPT

/* clang-format off */
/* Translators: from here on, texts of the sample pipeline: promises, as short as a rep writes them */
const MullSampleCommitment mull_sample_commitments[] = {
  { D_CALDER_HEAT, US, P_BETHAN, -70, -47, SURE, KEPT, -47,
    N_("Logger results of both flues, with the raw data") },
  { D_CALDER_HEAT, US, P_PRIYA, -44, -42, SURE, KEPT, -43,
    N_("The spreadsheet, with the gas price open") },
  { D_CALDER_HEAT, THEM, P_PRIYA, -36, -32, SURE, KEPT, -33, N_("Their gas contract") },
  { D_CALDER_HEAT, THEM, P_HELEN, -61, -29, THINK, MULL_COMMITMENT_RENEGOTIATED, -30,
    N_("A day for the proposal") },
  { D_CALDER_HEAT, THEM, P_HELEN, -30, -22, SURE, KEPT, -23,
    N_("A day for the outline, after the yoghurt line is in") },
  { D_CALDER_HEAT, US, P_HELEN, -23, -18, SURE, KEPT, -18, N_("Firm quotation to Stuart") },
  { D_CALDER_HEAT, THEM, P_STUART, -15, 2, HOPE, OPEN, 0,
    N_("What the other two should quote for") },
  { D_CALDER_HEAT, US, P_TOMASZ, -10, -5, SURE, KEPT, -6,
    N_("A look at a recovery unit that has run for years") },
  { D_CALDER_HEAT, US, P_PRIYA, -3, -1, SURE, OPEN, 0,
    N_("Gas of the three coldest months, split by boiler") },
  { D_CALDER_HEAT, THEM, P_HELEN, -5, 6, SURE, OPEN, 0,
    N_("The form that the board wants its papers in") },
  { D_CALDER_HEAT, US, P_HELEN, -5, 4, SURE, OPEN, 0,
    N_("An installation date with a crane booked") },

  { D_ARKWELL_CONDENSATE, US, P_ROSA, -52, -40, SURE, KEPT, -41,
    N_("The trial with the hire pump") },
  { D_ARKWELL_CONDENSATE, THEM, P_GARETH, -41, -32, THINK, MULL_COMMITMENT_BROKEN, -31,
    N_("Their comment on the trial") },
  { D_ARKWELL_CONDENSATE, THEM, P_GARETH, -24, -20, SURE, OPEN, 0, N_("Metering of line 2") },

  { D_STANNARD_OVENS, US, P_NIGEL, -21, -15, SURE, MULL_COMMITMENT_KEPT_LATE, -14,
    N_("Firm proposal with the safety drawing") },
  { D_STANNARD_OVENS, US, P_FELIX, -3, 3, SURE, OPEN, 0, N_("A sample of the damper certificate") },
  { D_STANNARD_OVENS, THEM, P_FELIX, -3, -1, THINK, KEPT, -3,
    N_("A copy of the insurer’s letter") },

  { D_ROSEBANK_SERVICE, US, P_DEREK, -43, -32, SURE, KEPT, -32,
    N_("A draft contract with hours instead of adjectives") },
  { D_ROSEBANK_SERVICE, US, P_ANNE, -15, -10, SURE, KEPT, -11, N_("Framework papers") },
  { D_ROSEBANK_SERVICE, THEM, P_DEREK, -4, 4, SURE, OPEN, 0, N_("Yes or no of the estates board") },

  { D_HOLME_DYE, THEM, P_WALTER, -15, -10, HOPE, OPEN, 0, N_("Half an hour with Sunita") },

  { D_VIANEN_HEATER, US, P_JOOST, -19, -14, SURE, KEPT, -14,
    N_("Quotation in euros, carriage paid") },
  { D_VIANEN_HEATER, THEM, P_MARIEKE, -11, 8, THINK, OPEN, 0, N_("The signature from Rotterdam") },

  { D_BRIGGATE_STEAM, US, P_ADAEZE, -55, -48, SURE, MULL_COMMITMENT_KEPT_LATE, -47,
    N_("Layout and a sample folder") },
  { D_BRIGGATE_STEAM, US, P_ROBERT, -33, -21, THINK, MULL_COMMITMENT_RELEASED, -28,
    N_("A visit to a plant already validated") },
  { D_BRIGGATE_STEAM, THEM, P_ADAEZE, -9, -5, SURE, OPEN, 0, N_("The change control number") },

  { D_TILLOTSON_CONTROLS, THEM, P_MEI, -26, -17, SURE, MULL_COMMITMENT_KEPT_LATE, -16,
    N_("A week of oxygen readings") },
  { D_TILLOTSON_CONTROLS, BOTH, P_GRAHAM, -2, 6, SURE, OPEN, 0,
    N_("Agree which meter counts, before anybody fits anything") },

  { D_MILLRACE_BOILER, THEM, P_IAN, -81, -70, SURE, KEPT, -74,
    N_("Steam charts of a brewing week") },
  { D_MILLRACE_BOILER, THEM, P_SARAH, -60, -50, SURE, KEPT, -52, N_("Five years of gas bills") },
  { D_MILLRACE_BOILER, US, P_SARAH, -46, -25, SURE, MULL_COMMITMENT_OWNED, -27,
    N_("Delivery in nine weeks from the order") },
  { D_MILLRACE_BOILER, US, P_SARAH, -27, -20, SURE, KEPT, -21,
    N_("The works’ own word on eleven weeks") },
  { D_MILLRACE_BOILER, THEM, P_SARAH, -33, -12, THINK, KEPT, -12, N_("Accounts at the bank") },
  { D_MILLRACE_BOILER, US, P_IAN, -12, -6, SURE, KEPT, -6,
    N_("Statement on the base of the flue") },
  { D_MILLRACE_BOILER, THEM, P_SARAH, -12, -1, SURE, KEPT, -1, N_("What the bank says") },

  { D_PENNINE_SERVICE, US, P_DOROTHY, -11, -9, SURE, KEPT, -9, N_("Contract by post") },
  { D_PENNINE_SERVICE, US, P_DOROTHY, -8, -3, SURE, OPEN, 0, N_("Two laundries she can talk to") },

  { D_KETTLEWELL_ECONOMISER, THEM, P_ALISTAIR, -24, -19, HOPE, OPEN, 0,
    N_("An answer, once he has slept on it") },

  { D_FELLSIDE_STEAM, US, P_EWAN, -14, -9, SURE, MULL_COMMITMENT_KEPT_LATE, -8,
    N_("New payment plan") },
  { D_FELLSIDE_STEAM, THEM, P_MORAG, -3, 2, SURE, OPEN, 0, N_("The owners’ decision") },

  { D_BALLYDUFF_DRYER, US, P_SIOBHAN, -72, -60, THINK, MULL_COMMITMENT_RENEGOTIATED, -58,
    N_("Result of the washing test") },
  { D_BALLYDUFF_DRYER, US, P_SIOBHAN, -58, 2, THINK, MULL_COMMITMENT_AT_RISK, 0,
    N_("Result of the washing test, on their own powder") },

  { D_CORDOVA_SERVICE, THEM, P_BRETT, -34, -26, THINK, MULL_COMMITMENT_KEPT_LATE, -16,
    N_("Their present call-out figures") },

  { D_WINTERBURN_WATER, US, P_OLGA, -18, -2, THINK, OPEN, 0, N_("Drawing with the control valve") },
  { D_WINTERBURN_WATER, THEM, P_HARRY, -6, 9, SURE, OPEN, 0, N_("A word with his brother") },

  { D_HARROP_TANKS, THEM, P_DEAN, -14, -4, SURE, KEPT, -5, N_("The neighbour’s word on the vent") },
  { D_HARROP_TANKS, US, P_DEAN, -1, 3, SURE, OPEN, 0, N_("Final price with the vent") },

  { D_BEACON_POOLS, US, P_BRIAN, -17, -13, SURE, KEPT, -13, N_("What is due in each plant room") },
  { D_DRAKELOW_HEAT, THEM, P_HANNAH, -30, -24, THINK, MULL_COMMITMENT_BROKEN, -22,
    N_("A word with the planners about the tank") },
  { D_HELVIA_STEAM, US, P_REGULA, -26, -16, SURE, MULL_COMMITMENT_KEPT_LATE, -15,
    N_("First layout in their format") },
  { D_BRIGGATE_TRAPS, THEM, P_ADAEZE, -2, 3, SURE, OPEN, 0, N_("The list of steam traps") },
  { D_FELLSIDE_HIRE, US, P_MORAG, -44, -30, SURE, KEPT, -30, N_("A container on the day named") },
  { D_WHARFE_BOILER, THEM, P_VICTOR, -50, -43, HOPE, MULL_COMMITMENT_BROKEN, -42,
    N_("The name of whoever pays") },
  { D_BEACON_BATHS, THEM, P_TANYA, -43, -38, THINK, MULL_COMMITMENT_BROKEN, -36,
    N_("The committee’s answer") },
};
const guint mull_sample_n_commitments = G_N_ELEMENTS (mull_sample_commitments);

/* Translators: what a rep has planned to do, and where */
const MullSampleTouchPlan mull_sample_touches[] = {
  { D_CALDER_HEAT, P_HELEN, MULL_ENTRY_MEETING, 1, 1000, TRUE, N_("Proposal with Helen and Priya"),
    N_("Calder Vale, small meeting room; ask at the gatehouse") },
  { D_CALDER_HEAT, P_BETHAN, MULL_ENTRY_CALL, 3, 1600, FALSE,
    N_("Hear from Bethan what was said after we left"), NULL },
  { D_STANNARD_OVENS, P_NIGEL, MULL_ENTRY_CALL, 0, 1430, FALSE,
    N_("Ask Nigel to let us ring the insurer ourselves"), NULL },
  { D_ROSEBANK_SERVICE, P_DEREK, MULL_ENTRY_CALL, 5, 1000, FALSE, N_("Ask Derek for the result"),
    NULL },
  { D_HOLME_DYE, P_SUNITA, MULL_ENTRY_CALL, 2, 1100, FALSE,
    N_("Ring Sunita, with Walter’s knowledge"), NULL },
  { D_BRIGGATE_STEAM, P_ADAEZE, MULL_ENTRY_CALL, 0, 1530, FALSE,
    N_("Ask for the change control number, and whether something is in the way"), NULL },
  { D_TILLOTSON_CONTROLS, P_GRAHAM, MULL_ENTRY_MEETING, 6, 1400, TRUE,
    N_("Go through the proposal on site"), N_("Ripley Street, works office") },
  { D_MILLRACE_BOILER, P_SARAH, MULL_ENTRY_CALL, 0, 1100, FALSE,
    N_("The day of the start-up, as she asked"), NULL },
  { D_FELLSIDE_STEAM, P_MORAG, MULL_ENTRY_CALL, 3, 1000, FALSE, N_("If she has not rung: ring"),
    NULL },
  { D_BALLYDUFF_DRYER, P_SIOBHAN, MULL_ENTRY_MEETING, 3, 930, TRUE,
    N_("The washing test, with Cathal"), N_("Video call") },
  { D_CORDOVA_SERVICE, P_BRETT, MULL_ENTRY_CALL, -1, 1630, FALSE,
    N_("Ring Brett instead of writing again"), NULL },
  { D_HARROP_TANKS, P_DEAN, MULL_ENTRY_MAIL, 3, SAMPLE_ANY_TIME, FALSE, N_("Final price"), NULL },
  { D_GREYSTONE_KILN, P_LOUISE, MULL_ENTRY_CALL, -2, SAMPLE_ANY_TIME, FALSE,
    N_("Has the page reached her?"), NULL },
  { D_BEACON_POOLS, P_TANYA, MULL_ENTRY_MEETING, 5, 1100, TRUE,
    N_("Prices per pool, and who signs"), N_("Town Hall Square, room 3") },
  { D_HELVIA_STEAM, P_REGULA, MULL_ENTRY_MAIL, -2, SAMPLE_ANY_TIME, FALSE,
    N_("Layout with her three remarks worked in"), NULL },
  { D_NORTHGATE_HALLS, P_EDWARD, MULL_ENTRY_CALL, 1, 1545, FALSE, N_("Try before four"), NULL },
  { D_MILLRACE_WORT, P_OWEN, MULL_ENTRY_CALL, 2, 1500, FALSE, N_("Volumes per brew"), NULL },
  { D_LANGTHWAITE_FRYERS, P_NEIL, MULL_ENTRY_CALL, 0, 1330, FALSE,
    N_("Two days for a first walk; ask what the hurry is"), NULL },
  { D_AIRE_STANDBY, P_GWYNETH, MULL_ENTRY_CALL, 0, 940, FALSE,
    N_("First call: the two days without the line"), NULL },
  { D_STANNARD_SERVICE, P_JOAN, MULL_ENTRY_CALL, 5, 1000, FALSE, N_("Leeds, and bring rolls"),
    NULL },
};
const guint mull_sample_n_touches = G_N_ELEMENTS (mull_sample_touches);

/* Translators: what a rep left without, why it is needed, and how it helps the customer; then the
 * answer, what the call for it costs, and what going without costs */
const MullSampleHole mull_sample_holes[] = {
  { D_CALDER_HEAT, P_TOMASZ, MULL_HOLE_QUESTION, MULL_HOLE_SOURCE_REVIEW, MULL_HOLE_STATE_OPEN, 0,
    SAMPLE_AN_HOUR_AGO, 0, 0, N_("The week in which both boilers may stand still"),
    N_("The tie-in takes four days without steam, and without the week there is no installation "
       "date"), N_("One shutdown instead of two, and no hire boiler"), NULL,
    N_("Five minutes, and admitting that I forgot"),
    N_("Helen stands before the board without a date") },
  { D_CALDER_HEAT, P_HELEN, MULL_HOLE_ACCESS, MULL_HOLE_SOURCE_DRILL, MULL_HOLE_STATE_OPEN, -11,
    1525, 0, 0, N_("Whoever speaks for it in the board meeting"),
    N_("We have never met anybody of the board"),
    N_("Their questions are answered before they are asked"), NULL, NULL, NULL },
  { D_CALDER_HEAT, P_STUART, MULL_HOLE_INFORMATION, MULL_HOLE_SOURCE_PLAN, MULL_HOLE_STATE_ASKED,
    -15, 1130, -15, 0, N_("What the two other prices should be for"),
    N_("Otherwise three different things are compared"), N_("You compare like with like"), NULL,
    NULL, NULL },
  { D_CALDER_HEAT, P_BETHAN, MULL_HOLE_QUESTION, MULL_HOLE_SOURCE_FOUR_QUESTIONS,
    MULL_HOLE_STATE_FILLED, -60, 900, -58, -58, N_("What happens if they do nothing"),
    N_("Without it nobody is in a hurry"), N_("You know what waiting costs"),
    N_("The group closes the cheese hall first"), NULL, NULL, MULL_SCRIPT_OUTCOME_GOT_IT, .question = 2 },
  { D_CALDER_HEAT, P_HELEN, MULL_HOLE_FEEDBACK, MULL_HOLE_SOURCE_REVIEW, MULL_HOLE_STATE_GIVEN_UP,
    -61, 1700, -36, -30, N_("What she thinks of a two-step installation"), NULL, NULL,
    N_("No longer needed: it is one step now"), NULL, NULL },
  { D_ARKWELL_CONDENSATE, P_GARETH, MULL_HOLE_COMMITMENT, MULL_HOLE_SOURCE_REVIEW,
    MULL_HOLE_STATE_ASKED, -30, 1530, -24, 0, N_("A date for the decision"),
    N_("Without a day nobody can be kept free for it"), N_("You can plan the pipe bridge work"), NULL,
    N_("Ten minutes"), N_("Six hundred minutes more"), MULL_SCRIPT_OUTCOME_PROMISED },
  { D_ARKWELL_CONDENSATE, P_GARETH, MULL_HOLE_QUESTION, MULL_HOLE_SOURCE_FOUR_QUESTIONS,
    MULL_HOLE_STATE_OPEN, -12, 1000, 0, 0, N_("Whether they consider us at all"), NULL, NULL, NULL,
    NULL, NULL, .question = 4 },
  { D_STANNARD_OVENS, P_FELIX, MULL_HOLE_ACCESS, MULL_HOLE_SOURCE_REP, MULL_HOLE_STATE_OPEN, -3,
    1145, 0, 0, N_("The insurer’s engineer, by name"), N_("Only he can say what proof is enough"),
    N_("You need not sign for what you cannot check"), NULL, NULL, NULL },
  { D_TOWNLEY_BURNERS, P_KAREN, MULL_HOLE_QUESTION, MULL_HOLE_SOURCE_FOUR_QUESTIONS,
    MULL_HOLE_STATE_OPEN, -31, 1000, 0, 0, N_("What an outage of a burner costs"),
    N_("Without it there is no hurry"), N_("You see which of the two to do first"), NULL, NULL,
    NULL, .question = 2 },
  { D_BRIGGATE_STEAM, P_CLAIRE, MULL_HOLE_ACCESS, MULL_HOLE_SOURCE_REVIEW, MULL_HOLE_STATE_OPEN,
    -19, 1500, 0, 0, N_("Claire, who decides and whom we have never spoken to"),
    N_("Adaeze cannot release the money"),
    N_("Claire hears about the licence date from those who build for it"), NULL, NULL, NULL },
  { D_MILLRACE_BOILER, P_SARAH, MULL_HOLE_INFORMATION, MULL_HOLE_SOURCE_REVIEW,
    MULL_HOLE_STATE_FILLED, -12, 1530, -6, -1, N_("What the bank wants to see"),
    N_("It is the last thing before the signature"), N_("You get the papers in one go"),
    N_("Security on the boiler itself; fine with us"), NULL, NULL },
  { D_FELLSIDE_STEAM, P_EWAN, MULL_HOLE_INFORMATION, MULL_HOLE_SOURCE_REVIEW,
    MULL_HOLE_STATE_FILLED, -27, 1700, -14, -14, N_("How it is to be paid"), NULL,
    N_("An offer that fits your year"), N_("In four parts, the last one after a month of running"),
    NULL, NULL, MULL_SCRIPT_OUTCOME_GOT_IT },
  { D_BALLYDUFF_DRYER, P_CATHAL, MULL_HOLE_FEEDBACK, MULL_HOLE_SOURCE_PLAN, MULL_HOLE_STATE_OPEN,
    -10, 1530, 0, 0, N_("What speaks against washing once a week"),
    N_("Yours is the doubt that counts"), N_("Your powder decides, not our brochure"), NULL, NULL,
    NULL },
  { D_CORDOVA_SERVICE, P_BRETT, MULL_HOLE_COMMITMENT, MULL_HOLE_SOURCE_REVIEW, MULL_HOLE_STATE_OPEN,
    -16, 1200, 0, 0, N_("A day on which Houston decides"), NULL,
    N_("No gap between the old contract and the new one"), NULL, NULL, NULL },
  { D_WINTERBURN_WATER, P_HARRY, MULL_HOLE_QUESTION, MULL_HOLE_SOURCE_FOUR_QUESTIONS,
    MULL_HOLE_STATE_OPEN, -17, 900, 0, 0, N_("What the other owner has to say in it"),
    N_("Two owners, one met"), NULL, NULL, NULL, NULL, .question = 4 },
  { D_DRAKELOW_HEAT, P_PIETER, MULL_HOLE_QUESTION, MULL_HOLE_SOURCE_REP, MULL_HOLE_STATE_OPEN, -11,
    1300, 0, 0, N_("Why it has to wait"), N_("Without the reason I can only guess"), N_("Perhaps it can be solved"),
    NULL, NULL, NULL },
  { D_HELVIA_STEAM, P_REGULA, MULL_HOLE_ACCESS, MULL_HOLE_SOURCE_REVIEW, MULL_HOLE_STATE_OPEN, -26,
    1215, 0, 0, N_("Whoever releases the money in Zürich"),
    N_("You ask, and somebody else decides"),
    N_("One explanation from us instead of three from you"), NULL,
    N_("A little awkward after five weeks"), N_("The budget round passes without us") },
  { D_BEACON_POOLS, P_BRIAN, MULL_HOLE_ACCESS, MULL_HOLE_SOURCE_PLAN, MULL_HOLE_STATE_FILLED, -17,
    900, -13, -3, N_("Whoever signs service contracts"), NULL, NULL,
    N_("Tanya Osei, who comes to the meeting"), NULL, NULL },
  { D_LANGTHWAITE_FRYERS, P_NEIL, MULL_HOLE_QUESTION, MULL_HOLE_SOURCE_FOUR_QUESTIONS,
    MULL_HOLE_STATE_OPEN, -1, 1405, 0, 0, N_("What the hurry is about"),
    N_("A hurry without a reason ends as suddenly as it began"),
    N_("We plan for the day that matters to you"), NULL, NULL, NULL, .question = 2 },
  { D_WHARFE_AIR, P_VICTOR, MULL_HOLE_ACCESS, MULL_HOLE_SOURCE_REVIEW, MULL_HOLE_STATE_ASKED, -29,
    1130, -5, 0, N_("Whoever pays"), N_("The boiler taught us"), NULL, NULL, NULL, NULL },
};
const guint mull_sample_n_holes = G_N_ELEMENTS (mull_sample_holes);

/* Translators: how a customer asked to be left alone, and what was promised for afterwards */
const MullSampleQuiet mull_sample_quiets[] = {
  { MULL_QUIET_SCOPE_PERSON, D_ORCHARD_PASTEURISER, P_PHILIPPA, -29, -2, 1, 1,
    MULL_QUIET_ASKED_AGAIN, N_("Please, not while we are pressing. I will talk to you after."),
    N_("when the fruit is in"), N_("Ring in the week after the last pressing"),
    N_("Ring in the morning") },
  { MULL_QUIET_SCOPE_PERSON, D_ORCHARD_PASTEURISER, P_PHILIPPA, -9, 17, 2, 0, MULL_QUIET_IN_FORCE,
    N_("I asked you nicely. After the pressing, please."), N_("when the fruit is in"),
    N_("Ring once, with the batch times worked out and nothing to sell"),
    N_("Ask how the harvest was, and listen") },
  { MULL_QUIET_SCOPE_COMPANY, D_SALTERS_CONDENSER, P_DONALD, -40, 10, 1, 1, MULL_QUIET_ASKED_AGAIN,
    N_("Leave us be until the yard is sold. I will ring you."), N_("when the lower yard is sold"),
    N_("Wait for his call"), NULL },
  { MULL_QUIET_SCOPE_COMPANY, D_SALTERS_CONDENSER, P_DONALD, -21, 31, 2, 0, MULL_QUIET_IN_FORCE,
    N_("When I say leave us be, I mean all of us."), N_("when the lower yard is sold"),
    N_("A letter by post, one page, if he has not rung by then"),
    N_("Write to Mr Salter, nobody else") },
  { MULL_QUIET_SCOPE_DEAL, D_STANNARD_SERVICE, P_JOAN, -17, 4, 1, 0, MULL_QUIET_IN_FORCE,
    N_("Give Leeds a month. Then come with rolls."), N_("when the new shifts run"),
    N_("Come with rolls"), N_("Find out who runs the night shift at Leeds") },
  { MULL_QUIET_SCOPE_DEAL, D_BALLYDUFF_DRYER, P_SIOBHAN, -57, -40, 1, 0, MULL_QUIET_RESUMED,
    N_("Audit weeks. Nothing until they are gone, please."), NULL,
    N_("Send the proposal when the audit is over"), NULL },
  { MULL_QUIET_SCOPE_DEAL, D_HELVIA_STEAM, P_REGULA, -6, 0, 1, 0, MULL_QUIET_IN_FORCE,
    N_("The budget round first. Ask me again when it is over."), NULL,
    N_("Explain it once, to whoever releases the money"), N_("Ring Regula, with the numbers ready") },
  { MULL_QUIET_SCOPE_DEAL, D_BRIGGATE_TRAPS, P_ADAEZE, -2, -2, 1, 0, MULL_QUIET_IN_FORCE,
    N_("I will send the list when stores have counted. No calls until then, please."),
    N_("stores have counted the traps"), N_("Walk the site with her, list in hand"), NULL },
};
const guint mull_sample_n_quiets = G_N_ELEMENTS (mull_sample_quiets);

/* Translators: why a customer says that it is not happening: their words, the cause underneath, what
 * it takes, and the questions that led there */
const MullSampleRoadblock mull_sample_roadblocks[] = {
  { D_STANNARD_OVENS, P_JOAN, -7, MULL_ENTRY_CALL, MULL_SAID_NO_BECAUSE,
    N_("It is not happening this year, and I cannot tell you how sorry I am."),
    N_("They cannot go forward because nobody at the bakery knows how to prove to the insurer "
       "that the damper is safe"), MULL_CAUSE_RISK, MULL_TRUTH_TOLD,
    N_("A damper certificate, and one visit of the insurer’s engineer"), N_("Naveed"), 8,
    N_("The drawing, the certificate and a day of Naveed’s time"), MULL_TERNARY_YES,
    MULL_ROADBLOCK_OPEN, 0, NULL, { { N_("Whose reason is it?"),
    N_("Not mine and not Nigel’s, I think. The insurer’s."), P_JOAN, MULL_ANSWER_RELAYED },
    { N_("What does the insurer forbid?"), N_("Nothing. He asks for proof of the fire damper."),
    P_FELIX, MULL_ANSWER_HEARD }, { N_("What would be proof enough?"),
    N_("I do not know, and so I cannot sign."), P_FELIX, MULL_ANSWER_HEARD },
    { N_("Would Nigel go ahead with it?"), N_("Probably: he asked to be shown that it is safe."),
    P_NONE, MULL_ANSWER_GUESS } }, { N_("Naveed, applications"),
    N_("Which certificate did the bakery in Wakefield get for its damper, and can we show it?"), -5,
    N_("Type test by the maker, two pages. Can send it, and will come along."), -4 },
    .costs_not = N_("The bakery stays with its old flue for three years, and so do the two others "
                    "of the group") },
  { D_DRAKELOW_HEAT, P_PIETER, -11, MULL_ENTRY_MAIL, MULL_SAID_NO_NOTHING,
    N_("I am afraid we have to leave it for now."),
    N_("They cannot go forward because the planners will not have a tank that high"),
    MULL_CAUSE_LEGAL, MULL_TRUTH_GUESS, NULL, NULL, 0, NULL, MULL_TERNARY_YES, MULL_ROADBLOCK_OPEN,
    0, NULL, { { N_("Whose reason is it?"),
    N_("Hannah wanted to ask the planners and never came back to it."), P_NONE,
    MULL_ANSWER_GUESS } } },
  { D_MILLRACE_BOILER, P_SARAH, -58, MULL_ENTRY_CALL, MULL_SAID_NO_BECAUSE,
    N_("I would love to, but not with that much money on one day."),
    N_("They could not go forward because the bank had never lent on a boiler before"),
    MULL_CAUSE_MONEY, MULL_TRUTH_CONFIRMED,
    N_("A payment plan, and a letter to the bank on what a boiler is worth after five years"),
    N_("Gwen, service"), -50, N_("We take it back at a fixed price for five years"),
    MULL_TERNARY_YES, MULL_ROADBLOCK_REMOVED, -47,
    N_("Ask for the banker’s name in the first meeting"), { { N_("Is it the amount or the day?"),
    N_("The day. The amount is all right."), P_SARAH, MULL_ANSWER_HEARD },
    { N_("What does the bank not know?"), N_("What it can sell if we go under."), P_SARAH,
    MULL_ANSWER_HEARD } }, { N_("Gwen, service"),
    N_("What would we pay for a used boiler of this size?"), -57,
    N_("Forty per cent after five years, in writing."), -54 },
    .costs_not = N_("The brewery buys a small boiler now and a second one from somebody else"),
    .confirmed_on = -55 },
};
const guint mull_sample_n_roadblocks = G_N_ELEMENTS (mull_sample_roadblocks);
/* clang-format on */
