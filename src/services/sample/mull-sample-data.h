/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"
#include "mull-deal.h"
#include "mull-entry.h"
#include "mull-hole.h"
#include "mull-member.h"
#include "mull-quiet.h"
#include "mull-roadblock-answer.h"
#include "mull-roadblock.h"
#include "mull-script.h"

G_BEGIN_DECLS

/*
 * The sample pipeline as tables: what mull_sample_fill() puts into an empty database. One rep of a
 * firm that sells heat recovery, boilers and their service to factories and hospitals.
 *
 * A "days" is counted in working days from the present day (on a weekend, from the Friday before),
 * so that nothing ever happens on a Sunday and the order of events is the same on any day. A "time"
 * is hour * 100 + minute. Texts are marked for translation here and translated when they are put
 * in; names of people and companies are not.
 */

/* Instead of a time: as if the rep had just come out of the door. */
#define SAMPLE_AN_HOUR_AGO (-1)
/* Instead of a time of day: not fixed. */
#define SAMPLE_ANY_TIME (-2)

typedef enum
{
  CO_NONE,
  CO_CALDER,
  CO_ARKWELL,
  CO_STANNARD,
  CO_ROSEBANK,
  CO_HOLME,
  CO_TOWNLEY,
  CO_VIANEN,
  CO_BRIGGATE,
  CO_TILLOTSON,
  CO_MILLRACE,
  CO_PENNINE,
  CO_KETTLEWELL,
  CO_FELLSIDE,
  CO_BALLYDUFF,
  CO_CORDOVA,
  CO_WINTERBURN,
  CO_ORCHARD,
  CO_HARROP,
  CO_GREYSTONE,
  CO_BEACON,
  CO_DRAKELOW,
  CO_WHARFE,
  CO_HELVIA,
  CO_NORTHGATE,
  CO_SPINDLE,
  CO_SALTERS,
  CO_LANGTHWAITE,
  CO_AIRE,
  CO_N,
} MullSampleCompanyKey;

typedef enum
{
  P_NONE,
  P_HELEN,
  P_TOMASZ,
  P_PRIYA,
  P_BETHAN,
  P_STUART,
  P_COLIN,
  P_GARETH,
  P_ROSA,
  P_NIGEL,
  P_JOAN,
  P_FELIX,
  P_DEREK,
  P_YUSUF,
  P_ANNE,
  P_WALTER,
  P_SUNITA,
  P_KAREN,
  P_LUKASZ,
  P_MARIEKE,
  P_JOOST,
  P_ADAEZE,
  P_ROBERT,
  P_CLAIRE,
  P_GRAHAM,
  P_MEI,
  P_SARAH,
  P_OWEN,
  P_IAN,
  P_DOROTHY,
  P_KEVIN,
  P_ALISTAIR,
  P_RUTH,
  P_MORAG,
  P_EWAN,
  P_SIOBHAN,
  P_CATHAL,
  P_BRETT,
  P_ELAINE,
  P_HARRY,
  P_OLGA,
  P_PHILIPPA,
  P_SIMON,
  P_DEAN,
  P_MARTIN,
  P_LOUISE,
  P_TANYA,
  P_BRIAN,
  P_PIETER,
  P_HANNAH,
  P_VICTOR,
  P_JUNE,
  P_REGULA,
  P_BEAT,
  P_EDWARD,
  P_FIONA,
  P_DONALD,
  P_AYESHA,
  P_NEIL,
  P_GWYNETH,
  P_N,
} MullSamplePersonKey;

/* In the order in which they are put in and stand by hand in their stage; the show-case first. */
typedef enum
{
  D_CALDER_HEAT,
  D_ARKWELL_CONDENSATE,
  D_STANNARD_OVENS,
  D_ROSEBANK_SERVICE,
  D_HOLME_DYE,
  D_TOWNLEY_BURNERS,
  D_VIANEN_HEATER,
  D_BRIGGATE_STEAM,
  D_TILLOTSON_CONTROLS,
  D_MILLRACE_BOILER,
  D_PENNINE_SERVICE,
  D_KETTLEWELL_ECONOMISER,
  D_FELLSIDE_STEAM,
  D_BALLYDUFF_DRYER,
  D_CORDOVA_SERVICE,
  D_WINTERBURN_WATER,
  D_ORCHARD_PASTEURISER,
  D_HARROP_TANKS,
  D_GREYSTONE_KILN,
  D_BEACON_POOLS,
  D_DRAKELOW_HEAT,
  D_WHARFE_AIR,
  D_PENNINE_WATER,
  D_HELVIA_STEAM,
  D_NORTHGATE_HALLS,
  D_SPINDLE_BOILER,
  D_SALTERS_CONDENSER,
  D_MILLRACE_WORT,
  D_ROSEBANK_STERILISER,
  D_TOWNLEY_EXTRUDER,
  D_BRIGGATE_TRAPS,
  D_LANGTHWAITE_FRYERS,
  D_AIRE_STANDBY,
  D_STANNARD_SERVICE,
  D_FELLSIDE_HIRE,
  D_GREYSTONE_DRYER,
  D_WHARFE_BOILER,
  D_BEACON_BATHS,
  D_KETTLEWELL_HALL,
  D_ORCHARD_BOILER,
  D_N,
} MullSampleDealKey;

/* The usual stages. */
typedef enum
{
  QUALIFY,
  DISCOVER,
  PROPOSE,
  DECIDE,
} MullSampleStage;

typedef enum
{
  CALL,    /* and talked */
  CALL_IN, /* they rang */
  TRIED,   /* rang, nobody there */
  MEETING,
  MAIL,
  MAIL_IN,
  AUTO_REPLY,
  MESSAGE,
  MESSAGE_IN,
  LETTER,
  NOTE,
  DRILL,
} MullSampleTouch;

typedef struct
{
  const char *name;
  const char *sector;
  const char *place;
  const char *domain;
  const char *notes;
} MullSampleCompany;

typedef struct
{
  const char *name;
  const char *title;
  MullSampleCompanyKey company;
  const char *mailbox;
  gboolean has_mobile;
  const char *notes;
} MullSamplePerson;

/* In @expected, @closed, @look_again and @entered, 0 is "none". */
typedef struct
{
  const char *title;
  MullSampleCompanyKey company;
  MullSampleStage stage;
  int value;
  const char *currency; /* NULL: pounds */
  int created;
  int entered[3]; /* when it came into the second, third and fourth stage */
  int expected;
  gboolean starred;
  MullOutcome outcome;
  const char *reason;
  MullTernary heard_no;
  int closed;
  int look_again;
  const char *plan_outcome;
  const char *plan_gets;
  const char *plan_must;
  const char *plan_ask;
  int stop_minutes;
  int stop_value;
} MullSampleDeal;

typedef struct
{
  MullSampleDealKey deal;
  MullSamplePersonKey person;
  MullRole role;
  MullTernary decides;
  MullStance stance;
  const char *evidence;
} MullSampleMember;

typedef struct
{
  MullSampleDealKey deal;
  int question;
  MullTernary answer;
  int days;
  const char *evidence;
} MullSampleAnswer;

typedef struct
{
  MullSampleDealKey deal;
  int days;
  int time;
  MullSampleTouch touch;
  MullSamplePersonKey person;
  int minutes;
  const char *text;
  const char *words; /* of @person, verbatim */
  gboolean private;
  int cost;
  int away; /* with AUTO_REPLY: until when */
} MullSampleEntry;

/* Their date moved, from one day to another. */
typedef struct
{
  MullSampleDealKey deal;
  int days;
  int from;
  int to;
} MullSampleSlip;

/* One that was renegotiated is followed by what was agreed instead. */
typedef struct
{
  MullSampleDealKey deal;
  MullSide side;
  MullSamplePersonKey person;
  int made;
  int due;
  MullFirmness firmness;
  MullCommitmentState state;
  int settled;
  const char *words;
} MullSampleCommitment;

typedef struct
{
  MullSampleDealKey deal;
  MullSamplePersonKey person;
  MullEntryKind kind;
  int days;
  int time;
  gboolean accepted;
  const char *text;
  const char *place;
} MullSampleTouchPlan;

/* @asked and @settled are days before the present one; 0 is "not". */
typedef struct
{
  MullSampleDealKey deal;
  MullSamplePersonKey person;
  MullHoleKind kind;
  MullHoleSource source;
  MullHoleState state;
  int days;
  int time;
  int asked;
  int settled;
  const char *text;
  const char *why;
  const char *benefit;
  const char *answer;
  const char *cost_call;
  const char *cost_without;
  MullScriptOutcome call; /* how the do-over call for it ended, if one was made */
  int question;           /* of the four, or 0 */
} MullSampleHole;

typedef struct
{
  MullQuietScope scope;
  MullSampleDealKey deal; /* where it was said; the scope with %MULL_QUIET_SCOPE_DEAL */
  MullSamplePersonKey person;
  int asked;
  int until;
  int times_told;
  int times_broken;
  MullQuietState state;
  const char *words;
  const char *event;
  const char *wake;
  const char *first_action;
} MullSampleQuiet;

typedef struct
{
  const char *question;
  const char *answer;
  MullSamplePersonKey person;
  MullAnswerSource source;
} MullSampleRung;

typedef struct
{
  const char *helper;
  const char *asked;
  int asked_on;
  const char *answer;
  int answered_on;
} MullSampleHelp;

typedef struct
{
  MullSampleDealKey deal;
  MullSamplePersonKey person;
  int days;
  MullEntryKind channel;
  MullSaidNo said_no;
  const char *symptom;
  const char *underlying;
  MullCause cause;
  MullTruth truth;
  const char *takes;
  const char *takes_who;
  int takes_by;
  const char *we_give;
  MullTernary believe;
  MullRoadblockOutcome outcome;
  int outcome_on;
  const char *lesson;
  MullSampleRung rungs[4];
  MullSampleHelp help;
  const char *costs_not;
  int confirmed_on;
} MullSampleRoadblock;

extern const MullSampleCompany mull_sample_companies[CO_N];
extern const MullSamplePerson mull_sample_people[P_N];
extern const MullSampleDeal mull_sample_deals[D_N];
extern const MullSampleMember mull_sample_members[];
extern const guint mull_sample_n_members;
extern const MullSampleAnswer mull_sample_answers[];
extern const guint mull_sample_n_answers;
extern const MullSampleEntry mull_sample_timelines[]; /* Propose and Decide */
extern const guint mull_sample_n_timelines;
extern const MullSampleEntry mull_sample_timelines_early[]; /* Qualify, Discover and the closed */
extern const guint mull_sample_n_timelines_early;
extern const MullSampleSlip mull_sample_slips[];
extern const guint mull_sample_n_slips;
extern const MullSampleCommitment mull_sample_commitments[];
extern const guint mull_sample_n_commitments;
extern const MullSampleTouchPlan mull_sample_touches[];
extern const guint mull_sample_n_touches;
extern const MullSampleHole mull_sample_holes[];
extern const guint mull_sample_n_holes;
extern const MullSampleQuiet mull_sample_quiets[];
extern const guint mull_sample_n_quiets;
extern const MullSampleRoadblock mull_sample_roadblocks[];
extern const guint mull_sample_n_roadblocks;

G_END_DECLS
