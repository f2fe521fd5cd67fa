-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 1. Released files are never edited; see README.md, "The database".
--
-- Times: INTEGER microseconds UTC (…_at); civil dates: TEXT YYYY-MM-DD (…_on).
-- Money: integer minor units beside an ISO 4217 code. Order: sparse integer rank, never UNIQUE.
-- Enumerations hold the nicks of the GLib enum types in src/domain. Their checks say OR: of three
-- words or more after IN, SQLite would make a table anew for every row that is written.

CREATE TABLE meta (
  key   TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pipeline (
  id         INTEGER PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  rank       INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE stage (
  id          INTEGER PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE,
  pipeline_id INTEGER NOT NULL REFERENCES pipeline (id) ON DELETE CASCADE,
  name        TEXT NOT NULL,
  rank        INTEGER NOT NULL,
  probability INTEGER NOT NULL DEFAULT 0 CHECK (probability BETWEEN 0 AND 100),
  dark_days   INTEGER NOT NULL DEFAULT 14 CHECK (dark_days BETWEEN 2 AND 365),
  stale_days  INTEGER NOT NULL DEFAULT 30 CHECK (stale_days BETWEEN 1 AND 3650),
  questions   TEXT NOT NULL DEFAULT '',            -- exit questions, one a line
  asks        TEXT NOT NULL DEFAULT ''             -- the commitment to ask for
) STRICT;
CREATE INDEX stage_pipeline ON stage (pipeline_id, rank);

CREATE TABLE company (
  id         INTEGER PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  name_key   TEXT NOT NULL,                        -- folded, for matching
  domain     TEXT NOT NULL DEFAULT '',
  phone      TEXT NOT NULL DEFAULT '',
  address    TEXT NOT NULL DEFAULT '',
  sector     TEXT NOT NULL DEFAULT '',
  notes      TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  trashed_at INTEGER
) STRICT;
CREATE INDEX company_name ON company (name_key);
CREATE INDEX company_domain ON company (domain) WHERE domain <> '';
CREATE INDEX company_trashed ON company (trashed_at, id) WHERE trashed_at IS NOT NULL;

CREATE TABLE person (
  id         INTEGER PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  name_key   TEXT NOT NULL,
  title      TEXT NOT NULL DEFAULT '',
  company_id INTEGER REFERENCES company (id) ON DELETE SET NULL,
  notes      TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  trashed_at INTEGER
) STRICT;
CREATE INDEX person_name ON person (name_key);
CREATE INDEX person_of_company ON person (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX person_trashed ON person (trashed_at, id) WHERE trashed_at IS NOT NULL;

-- Further companies of a person; the first one is person.company_id.
CREATE TABLE person_company (
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  company_id INTEGER NOT NULL REFERENCES company (id) ON DELETE CASCADE,
  PRIMARY KEY (person_id, company_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_company_company ON person_company (company_id);

CREATE TABLE person_address (
  id        INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind      TEXT NOT NULL CHECK (kind IN ('phone', 'mail')),
  label     TEXT NOT NULL DEFAULT '',
  value     TEXT NOT NULL,
  value_key TEXT NOT NULL,                         -- digits only, or lower case
  rank      INTEGER NOT NULL
) STRICT;
CREATE INDEX person_address_person ON person_address (person_id, kind, rank);
CREATE INDEX person_address_value ON person_address (value_key);

-- What a contact's vCard says that has no other place here, for the way back.
CREATE TABLE vcard_property (
  id         INTEGER PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE,
  person_id  INTEGER REFERENCES person (id) ON DELETE CASCADE,
  company_id INTEGER REFERENCES company (id) ON DELETE CASCADE,
  text       TEXT NOT NULL,                        -- one line of a vCard 3.0, not folded
  rank       INTEGER NOT NULL,
  CHECK ((person_id IS NULL) <> (company_id IS NULL))
) STRICT;
CREATE INDEX vcard_property_person ON vcard_property (person_id, rank) WHERE person_id IS NOT NULL;
CREATE INDEX vcard_property_company ON vcard_property (company_id, rank)
  WHERE company_id IS NOT NULL;

CREATE TABLE deal (
  id             INTEGER PRIMARY KEY,
  uuid           TEXT NOT NULL UNIQUE,
  title          TEXT NOT NULL,
  company_id     INTEGER REFERENCES company (id) ON DELETE SET NULL,
  stage_id       INTEGER NOT NULL REFERENCES stage (id),
  rank           INTEGER NOT NULL,
  value_minor    INTEGER,
  currency       TEXT NOT NULL DEFAULT '',
  expected_on    TEXT,                             -- the customer's own date
  outcome        TEXT NOT NULL DEFAULT 'open'
                 CHECK (outcome = 'open' OR outcome = 'won' OR outcome = 'said-no' OR
                        outcome = 'walked-away' OR outcome = 'went-dark' OR outcome = 'stopped' OR
                        outcome = 'chose-another'),
  outcome_reason TEXT NOT NULL DEFAULT '',
  heard_no       TEXT NOT NULL DEFAULT 'unknown'
                 CHECK (heard_no = 'yes' OR heard_no = 'no' OR heard_no = 'unknown'),
  closed_at      INTEGER,
  look_again_on  TEXT,
  look_again_if  TEXT NOT NULL DEFAULT '',         -- or when something happens
  starred        INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
  plan_outcome   TEXT NOT NULL DEFAULT '',         -- call plan: outcome wanted
  plan_gets      TEXT NOT NULL DEFAULT '',         -- what the customer gets
  plan_must      TEXT NOT NULL DEFAULT '',         -- must-haves, one a line
  plan_ask       TEXT NOT NULL DEFAULT '',         -- the commitment to ask for
  stop_minutes   INTEGER,                          -- optional stop-loss
  stop_minor     INTEGER,
  created_at     INTEGER NOT NULL,
  stage_since_at INTEGER NOT NULL,
  trashed_at     INTEGER
) STRICT;
CREATE INDEX deal_stage ON deal (stage_id, rank);
CREATE INDEX deal_company ON deal (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX deal_created ON deal (created_at);
CREATE INDEX deal_trashed ON deal (trashed_at, id) WHERE trashed_at IS NOT NULL;

CREATE TABLE member (                              -- the buying centre of a deal
  id        INTEGER PRIMARY KEY,
  deal_id   INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  role      TEXT NOT NULL DEFAULT 'unknown'
            CHECK (role = 'unknown' OR role = 'decision-maker' OR role = 'champion' OR
                   role = 'influencer' OR role = 'user' OR role = 'gatekeeper' OR role = 'opponent'),
  decides   TEXT NOT NULL DEFAULT 'unknown' CHECK (decides = 'yes' OR decides = 'no' OR decides = 'unknown'),
  stance    TEXT NOT NULL DEFAULT 'unknown'
            CHECK (stance = 'unknown' OR stance = 'for' OR stance = 'neutral' OR stance = 'against'),
  evidence  TEXT NOT NULL DEFAULT '',
  rank      INTEGER NOT NULL
) STRICT;
CREATE INDEX member_deal ON member (deal_id, rank);
CREATE INDEX member_person ON member (person_id);

CREATE TABLE entry (
  id              INTEGER PRIMARY KEY,
  uuid            TEXT NOT NULL UNIQUE,
  deal_id         INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  person_id       INTEGER REFERENCES person (id) ON DELETE SET NULL,
  kind            TEXT NOT NULL
                  CHECK (kind = 'call' OR kind = 'meeting' OR kind = 'mail' OR kind = 'message' OR
                         kind = 'letter' OR kind = 'note' OR kind = 'stage' OR kind = 'commitment' OR
                         kind = 'script' OR kind = 'drill' OR kind = 'field'),
  direction       TEXT NOT NULL DEFAULT 'none'
                  CHECK (direction = 'none' OR direction = 'out' OR direction = 'in' OR direction = 'both'),
  reached         INTEGER NOT NULL DEFAULT 0 CHECK (reached IN (0, 1)),
  happened_at     INTEGER NOT NULL,
  happened_offset INTEGER NOT NULL DEFAULT 0,      -- minutes east of UTC that were shown
  written_at      INTEGER NOT NULL,
  effort_min      INTEGER NOT NULL DEFAULT 0 CHECK (effort_min >= 0),
  cost_minor      INTEGER NOT NULL DEFAULT 0,
  cost_currency   TEXT NOT NULL DEFAULT '',
  auto_reply      INTEGER NOT NULL DEFAULT 0 CHECK (auto_reply IN (0, 1)),
  away_until_on   TEXT,
  private         INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
  text            TEXT NOT NULL DEFAULT '',
  change_line     TEXT NOT NULL DEFAULT '',        -- in words of the program, which nobody looks for
  trashed_at      INTEGER
) STRICT;
CREATE INDEX entry_deal ON entry (deal_id, happened_at, id, trashed_at);   -- counts without a row
CREATE INDEX entry_changed ON entry (written_at) WHERE kind IN ('stage', 'field');
CREATE INDEX entry_history ON entry (deal_id, happened_at, id) WHERE kind IN ('stage', 'field');
CREATE INDEX entry_away ON entry (deal_id) WHERE away_until_on IS NOT NULL;
CREATE INDEX entry_person ON entry (person_id, happened_at) WHERE person_id IS NOT NULL;
CREATE INDEX entry_trashed ON entry (trashed_at, id) WHERE trashed_at IS NOT NULL;

CREATE TABLE entry_words (                         -- what the customer said, verbatim
  id        INTEGER PRIMARY KEY,
  entry_id  INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  words     TEXT NOT NULL
) STRICT;
CREATE INDEX entry_words_entry ON entry_words (entry_id);
CREATE INDEX entry_words_person ON entry_words (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE entry_change (                        -- what a 'stage' or 'field' entry records
  entry_id  INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  field     TEXT NOT NULL,                         -- 'stage', 'expected-on', 'value', 'outcome' …
  old_value TEXT NOT NULL DEFAULT '',
  new_value TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE attachment (
  id         INTEGER PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE,
  entry_id   INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  name       TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  size       INTEGER NOT NULL,
  media_type TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX attachment_entry ON attachment (entry_id);

CREATE TABLE planned_touch (                       -- a call, mail or meeting still to come
  id          INTEGER PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE,
  deal_id     INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  person_id   INTEGER REFERENCES person (id) ON DELETE SET NULL,
  kind        TEXT NOT NULL
              CHECK (kind = 'call' OR kind = 'meeting' OR kind = 'mail' OR kind = 'message' OR
                     kind = 'letter'),
  due_on      TEXT NOT NULL,
  due_minute  INTEGER CHECK (due_minute BETWEEN 0 AND 1439),   -- local time of day, if fixed
  place       TEXT NOT NULL DEFAULT '',
  text        TEXT NOT NULL DEFAULT '',
  accepted    INTEGER NOT NULL DEFAULT 0 CHECK (accepted IN (0, 1)),   -- a meeting they agreed to
  state       TEXT NOT NULL DEFAULT 'open' CHECK (state = 'open' OR state = 'done' OR state = 'dropped'),
  entry_id    INTEGER REFERENCES entry (id) ON DELETE SET NULL,        -- what came of it
  cost_min    INTEGER NOT NULL DEFAULT 0 CHECK (cost_min >= 0),        -- what it would cost: minutes …
  cost_minor  INTEGER NOT NULL DEFAULT 0,                              -- … and money
  cost_currency TEXT NOT NULL DEFAULT '',
  created_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX planned_touch_deal ON planned_touch (deal_id, state, due_on);
CREATE INDEX planned_touch_due ON planned_touch (due_on) WHERE state = 'open';
CREATE INDEX planned_touch_meeting ON planned_touch (due_on) WHERE state = 'open' AND kind = 'meeting';
CREATE INDEX planned_touch_person ON planned_touch (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX planned_touch_entry ON planned_touch (entry_id) WHERE entry_id IS NOT NULL;

CREATE TABLE commitment (
  id             INTEGER PRIMARY KEY,
  uuid           TEXT NOT NULL UNIQUE,
  deal_id        INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  side           TEXT NOT NULL CHECK (side = 'us' OR side = 'them' OR side = 'both'),
  by_person_id   INTEGER REFERENCES person (id) ON DELETE SET NULL,
  to_person_id   INTEGER REFERENCES person (id) ON DELETE SET NULL,
  words          TEXT NOT NULL,
  made_on        TEXT NOT NULL,
  due_on         TEXT NOT NULL,
  firmness       TEXT NOT NULL DEFAULT 'sure'
                 CHECK (firmness = 'sure' OR firmness = 'think' OR firmness = 'hope'),
  state          TEXT NOT NULL DEFAULT 'open'
                 CHECK (state = 'open' OR state = 'at-risk' OR state = 'kept' OR state = 'kept-late' OR
                        state = 'renegotiated' OR state = 'owned' OR state = 'broken' OR state = 'released'),
  settled_on     TEXT,
  replaced_by_id INTEGER REFERENCES commitment (id) ON DELETE SET NULL,
  proof_entry_id INTEGER REFERENCES entry (id) ON DELETE SET NULL,
  created_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX commitment_deal ON commitment (deal_id, state, due_on);
CREATE INDEX commitment_ours ON commitment (due_on) WHERE state IN ('open', 'at-risk') AND side <> 'them';
CREATE INDEX commitment_theirs ON commitment (due_on) WHERE state IN ('open', 'at-risk') AND side = 'them';
CREATE INDEX commitment_at_risk ON commitment (due_on) WHERE state = 'at-risk' AND side <> 'them';
CREATE INDEX commitment_made ON commitment (made_on);
CREATE INDEX commitment_settled ON commitment (settled_on) WHERE settled_on IS NOT NULL;
CREATE INDEX commitment_by ON commitment (by_person_id) WHERE by_person_id IS NOT NULL;
CREATE INDEX commitment_to ON commitment (to_person_id) WHERE to_person_id IS NOT NULL;
CREATE INDEX commitment_replaced ON commitment (replaced_by_id) WHERE replaced_by_id IS NOT NULL;
CREATE INDEX commitment_proof ON commitment (proof_entry_id) WHERE proof_entry_id IS NOT NULL;

CREATE TABLE hole (
  id           INTEGER PRIMARY KEY,
  uuid         TEXT NOT NULL UNIQUE,
  deal_id      INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  person_id    INTEGER REFERENCES person (id) ON DELETE SET NULL,      -- whom to ask
  kind         TEXT NOT NULL
               CHECK (kind = 'question' OR kind = 'access' OR kind = 'information' OR kind = 'feedback' OR
                      kind = 'commitment'),
  text         TEXT NOT NULL,
  why          TEXT NOT NULL DEFAULT '',
  benefit      TEXT NOT NULL DEFAULT '',           -- how the answer helps the customer
  source       TEXT NOT NULL DEFAULT 'rep'
               CHECK (source = 'rep' OR source = 'plan' OR source = 'four-questions' OR source = 'drill' OR
                      source = 'review'),
  question     INTEGER NOT NULL DEFAULT 0 CHECK (question BETWEEN 0 AND 4),  -- of the four, or 0
  state        TEXT NOT NULL DEFAULT 'open'
               CHECK (state = 'open' OR state = 'asked' OR state = 'filled' OR state = 'given-up'),
  entry_id     INTEGER REFERENCES entry (id) ON DELETE SET NULL,       -- the touch it was left at
  answer       TEXT NOT NULL DEFAULT '',
  cost_call    TEXT NOT NULL DEFAULT '',           -- the dare: what the call costs …
  cost_without TEXT NOT NULL DEFAULT '',           -- … and what going without costs
  tries        INTEGER NOT NULL DEFAULT 0,
  rank         INTEGER NOT NULL,                   -- the first open one is *the* hole
  left_at      INTEGER NOT NULL,                   -- when we left without it
  asked_at     INTEGER,
  settled_at   INTEGER,
  created_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX hole_deal ON hole (deal_id, state, rank);
CREATE INDEX hole_open ON hole (left_at) WHERE state = 'open';
CREATE INDEX hole_person ON hole (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX hole_entry ON hole (entry_id) WHERE entry_id IS NOT NULL;

CREATE TABLE quiet (                               -- quiet-until: leave them alone until a date
  id           INTEGER PRIMARY KEY,
  uuid         TEXT NOT NULL UNIQUE,
  scope        TEXT NOT NULL CHECK (scope = 'deal' OR scope = 'person' OR scope = 'company'),
  deal_id      INTEGER REFERENCES deal (id) ON DELETE CASCADE,
  person_id    INTEGER REFERENCES person (id) ON DELETE CASCADE,
  company_id   INTEGER REFERENCES company (id) ON DELETE CASCADE,
  words        TEXT NOT NULL,
  asked_on     TEXT NOT NULL,
  until_on     TEXT,                               -- absent: until something has happened
  until_event  TEXT NOT NULL DEFAULT '',
  times_told   INTEGER NOT NULL DEFAULT 1,
  wake_text    TEXT NOT NULL DEFAULT '',
  first_action TEXT NOT NULL DEFAULT '',
  state        TEXT NOT NULL DEFAULT 'in-force'
               CHECK (state = 'in-force' OR state = 'resumed' OR state = 'asked-again' OR
                      state = 'bought-elsewhere' OR state = 'lifted'),
  times_broken INTEGER NOT NULL DEFAULT 0,
  facts_ready  INTEGER NOT NULL DEFAULT 0 CHECK (facts_ready IN (0, 1)),     -- prepared for the day:
  outcome_ready INTEGER NOT NULL DEFAULT 0 CHECK (outcome_ready IN (0, 1)),  -- new facts, what they
  person_ready INTEGER NOT NULL DEFAULT 0 CHECK (person_ready IN (0, 1)),    -- get, the right person
  again_of_id  INTEGER REFERENCES quiet (id) ON DELETE SET NULL,             -- the telling before it
  created_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX quiet_again ON quiet (again_of_id) WHERE again_of_id IS NOT NULL;
CREATE INDEX quiet_deal ON quiet (deal_id) WHERE deal_id IS NOT NULL;
CREATE INDEX quiet_person ON quiet (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX quiet_company ON quiet (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX quiet_until ON quiet (until_on) WHERE state = 'in-force';

-- Touches made or planned while a quiet was in force, and why.
CREATE TABLE quiet_touch (
  id         INTEGER PRIMARY KEY,
  quiet_id   INTEGER NOT NULL REFERENCES quiet (id) ON DELETE CASCADE,
  entry_id   INTEGER REFERENCES entry (id) ON DELETE CASCADE,
  touch_id   INTEGER REFERENCES planned_touch (id) ON DELETE CASCADE,
  reason     TEXT NOT NULL CHECK (reason = 'they-contacted' OR reason = 'duty' OR reason = 'anyway'),
  why        TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX quiet_touch_of ON quiet_touch (quiet_id, reason);
CREATE INDEX quiet_touch_entry ON quiet_touch (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX quiet_touch_touch ON quiet_touch (touch_id) WHERE touch_id IS NOT NULL;

CREATE TABLE qualification (                       -- the four questions, one row per answer given
  id          INTEGER PRIMARY KEY,
  deal_id     INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  question    INTEGER NOT NULL CHECK (question BETWEEN 1 AND 4),
  answer      TEXT NOT NULL CHECK (answer = 'yes' OR answer = 'no' OR answer = 'unknown'),
  evidence    TEXT NOT NULL DEFAULT '',
  entry_id    INTEGER REFERENCES entry (id) ON DELETE SET NULL,
  answered_at INTEGER NOT NULL
) STRICT;
CREATE INDEX qualification_deal ON qualification (deal_id, question, answered_at);
CREATE INDEX qualification_entry ON qualification (entry_id) WHERE entry_id IS NOT NULL;

CREATE TABLE roadblock (
  id               INTEGER PRIMARY KEY,
  uuid             TEXT NOT NULL UNIQUE,
  deal_id          INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  symptom          TEXT NOT NULL,                  -- their words
  symptom_by_id    INTEGER REFERENCES person (id) ON DELETE SET NULL,
  symptom_on       TEXT NOT NULL,
  channel          TEXT NOT NULL DEFAULT 'call'
                   CHECK (channel = 'call' OR channel = 'meeting' OR channel = 'mail' OR
                          channel = 'message' OR channel = 'letter'),
  said_no          TEXT NOT NULL DEFAULT 'unasked'
                   CHECK (said_no = 'unasked' OR said_no = 'no' OR said_no = 'because' OR
                          said_no = 'nothing'),
  underlying       TEXT NOT NULL DEFAULT '',
  cause            TEXT NOT NULL DEFAULT 'unknown'
                   CHECK (cause = 'unknown' OR cause = 'risk' OR cause = 'money' OR cause = 'authority' OR
                          cause = 'timing' OR cause = 'technical' OR cause = 'legal' OR
                          cause = 'priorities' OR cause = 'trust'),
  truth            TEXT NOT NULL DEFAULT 'guess'
                   CHECK (truth = 'guess' OR truth = 'told' OR truth = 'confirmed'),
  takes            TEXT NOT NULL DEFAULT '',       -- what would remove it
  takes_who        TEXT NOT NULL DEFAULT '',
  takes_by_on      TEXT,
  we_give          TEXT NOT NULL DEFAULT '',
  costs_not        TEXT NOT NULL DEFAULT '',       -- what it costs us not to
  believe          TEXT NOT NULL DEFAULT 'unknown'
                   CHECK (believe = 'yes' OR believe = 'no' OR believe = 'unknown'),
  confirmed_on     TEXT,                           -- when they confirmed the reason
  outcome          TEXT NOT NULL DEFAULT 'open'
                   CHECK (outcome = 'open' OR outcome = 'removed' OR outcome = 'worked-around' OR
                          outcome = 'another-behind' OR outcome = 'real-no'),
  outcome_on       TEXT,
  lesson           TEXT NOT NULL DEFAULT '',
  in_front_of_id   INTEGER REFERENCES roadblock (id) ON DELETE SET NULL,
  created_at       INTEGER NOT NULL
) STRICT;
CREATE INDEX roadblock_deal ON roadblock (deal_id, outcome);
CREATE INDEX roadblock_open ON roadblock (symptom_on) WHERE outcome = 'open';
CREATE INDEX roadblock_settled ON roadblock (outcome_on) WHERE outcome_on IS NOT NULL;
CREATE INDEX roadblock_person ON roadblock (symptom_by_id) WHERE symptom_by_id IS NOT NULL;
CREATE INDEX roadblock_chain ON roadblock (in_front_of_id) WHERE in_front_of_id IS NOT NULL;

CREATE TABLE roadblock_answer (                    -- the ladder of questions
  id           INTEGER PRIMARY KEY,
  roadblock_id INTEGER NOT NULL REFERENCES roadblock (id) ON DELETE CASCADE,
  question     TEXT NOT NULL,
  answer       TEXT NOT NULL DEFAULT '',
  person_id    INTEGER REFERENCES person (id) ON DELETE SET NULL,
  source       TEXT NOT NULL DEFAULT 'guess'
               CHECK (source = 'heard' OR source = 'relayed' OR source = 'guess'),
  rank         INTEGER NOT NULL
) STRICT;
CREATE INDEX roadblock_answer_of ON roadblock_answer (roadblock_id, rank);
CREATE INDEX roadblock_answer_person ON roadblock_answer (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE roadblock_help (
  id           INTEGER PRIMARY KEY,
  roadblock_id INTEGER NOT NULL REFERENCES roadblock (id) ON DELETE CASCADE,
  helper       TEXT NOT NULL,
  asked        TEXT NOT NULL,
  asked_on     TEXT NOT NULL,
  answer       TEXT NOT NULL DEFAULT '',
  answered_on  TEXT
) STRICT;
CREATE INDEX roadblock_help_of ON roadblock_help (roadblock_id);

CREATE TABLE script (
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  deal_id       INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  kind          TEXT NOT NULL,                     -- id of its template
  person_id     INTEGER REFERENCES person (id) ON DELETE SET NULL,
  hole_id       INTEGER REFERENCES hole (id) ON DELETE SET NULL,
  commitment_id INTEGER REFERENCES commitment (id) ON DELETE SET NULL,
  roadblock_id  INTEGER REFERENCES roadblock (id) ON DELETE SET NULL,
  state         TEXT NOT NULL DEFAULT 'draft'
                CHECK (state = 'draft' OR state = 'calling' OR state = 'called' OR state = 'dropped'),
  outcome       TEXT NOT NULL DEFAULT 'none'
                CHECK (outcome = 'none' OR outcome = 'got-it' OR outcome = 'promised' OR
                       outcome = 'write' OR outcome = 'refused' OR outcome = 'not-reached' OR
                       outcome = 'not-needed'),
  tries         INTEGER NOT NULL DEFAULT 0,
  entry_id      INTEGER REFERENCES entry (id) ON DELETE SET NULL,
  created_at    INTEGER NOT NULL,
  called_at     INTEGER
) STRICT;
CREATE INDEX script_deal ON script (deal_id, state);
CREATE INDEX script_hole ON script (hole_id) WHERE hole_id IS NOT NULL;
CREATE INDEX script_person ON script (person_id, called_at) WHERE person_id IS NOT NULL;
CREATE INDEX script_commitment ON script (commitment_id) WHERE commitment_id IS NOT NULL;
CREATE INDEX script_roadblock ON script (roadblock_id) WHERE roadblock_id IS NOT NULL;
CREATE INDEX script_entry ON script (entry_id) WHERE entry_id IS NOT NULL;

-- Right after a call: what we left with, and without.
CREATE TABLE call_review (
  id              INTEGER PRIMARY KEY,
  uuid            TEXT NOT NULL UNIQUE,
  entry_id        INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  next_commitment TEXT NOT NULL DEFAULT 'unknown'
                  CHECK (next_commitment = 'yes' OR next_commitment = 'no' OR next_commitment = 'unknown'),
  question        TEXT NOT NULL DEFAULT '',
  created_at      INTEGER NOT NULL
) STRICT;
CREATE INDEX call_review_entry ON call_review (entry_id);

CREATE TABLE call_review_item (
  id        INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES call_review (id) ON DELETE CASCADE,
  text      TEXT NOT NULL,
  got       INTEGER NOT NULL CHECK (got IN (0, 1)),
  rank      INTEGER NOT NULL
) STRICT;
CREATE INDEX call_review_item_of ON call_review_item (review_id, rank);

-- Getting to a no: the hard question, its answer, and what the rep decided.
CREATE TABLE hard_question (
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  deal_id       INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  commitment_id INTEGER REFERENCES commitment (id) ON DELETE SET NULL,
  person_id     INTEGER REFERENCES person (id) ON DELETE SET NULL,
  script_id     INTEGER REFERENCES script (id) ON DELETE SET NULL,
  reading       TEXT NOT NULL DEFAULT 'unread'
                CHECK (reading = 'unread' OR reading = 'challenge' OR reading = 'unsure'),
  text          TEXT NOT NULL DEFAULT '',
  channel       TEXT NOT NULL DEFAULT 'call'
                CHECK (channel = 'call' OR channel = 'meeting' OR channel = 'mail' OR channel = 'message' OR
                       channel = 'letter'),
  asked_on      TEXT,
  answer_by_on  TEXT,
  entry_id      INTEGER REFERENCES entry (id) ON DELETE SET NULL,
  outcome       TEXT NOT NULL DEFAULT 'none'
                CHECK (outcome = 'none' OR outcome = 'new-promise' OR outcome = 'no' OR
                       outcome = 'budget-gone' OR outcome = 'silence'),
  words         TEXT NOT NULL DEFAULT '',
  outcome_on    TEXT,
  created_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX hard_question_deal ON hard_question (deal_id, outcome);
CREATE INDEX hard_question_due ON hard_question (answer_by_on) WHERE outcome = 'none';
CREATE INDEX hard_question_commitment ON hard_question (commitment_id) WHERE commitment_id IS NOT NULL;
CREATE INDEX hard_question_person ON hard_question (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX hard_question_script ON hard_question (script_id) WHERE script_id IS NOT NULL;
CREATE INDEX hard_question_entry ON hard_question (entry_id) WHERE entry_id IS NOT NULL;

CREATE TABLE decision (
  id          INTEGER PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE,
  deal_id     INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  question_id INTEGER REFERENCES hard_question (id) ON DELETE SET NULL,
  cause       TEXT NOT NULL
              CHECK (cause = 'hard-question' OR cause = 'stop-loss' OR cause = 'second-broken' OR
                     cause = 'rep'),
  choice      TEXT NOT NULL CHECK (choice = 'continue' OR choice = 'walk-away' OR choice = 'quiet'),
  reason      TEXT NOT NULL DEFAULT '',
  minutes     INTEGER NOT NULL DEFAULT 0,          -- effort spent by then
  cost_minor  INTEGER NOT NULL DEFAULT 0,
  currency    TEXT NOT NULL DEFAULT '',
  created_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX decision_deal ON decision (deal_id, created_at);
CREATE INDEX decision_question ON decision (question_id) WHERE question_id IS NOT NULL;

-- Owning a promise of ours that will not be kept as it was made.
CREATE TABLE own_it (
  id             INTEGER PRIMARY KEY,
  uuid           TEXT NOT NULL UNIQUE,
  commitment_id  INTEGER NOT NULL REFERENCES commitment (id) ON DELETE CASCADE,
  script_id      INTEGER REFERENCES script (id) ON DELETE SET NULL,
  cannot         TEXT NOT NULL DEFAULT '',
  can            TEXT NOT NULL DEFAULT '',
  effort         TEXT NOT NULL DEFAULT '',         -- what was tried, one a line
  say_first_time INTEGER NOT NULL DEFAULT 0 CHECK (say_first_time IN (0, 1)),
  outcome        TEXT NOT NULL DEFAULT 'none'
                 CHECK (outcome = 'none' OR outcome = 'work-around' OR outcome = 'more-time' OR
                        outcome = 'released' OR outcome = 'angry' OR outcome = 'left' OR
                        outcome = 'not-reached'),
  entry_id       INTEGER REFERENCES entry (id) ON DELETE SET NULL,
  words          TEXT NOT NULL DEFAULT '',
  lesson         TEXT NOT NULL DEFAULT '',
  created_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX own_it_commitment ON own_it (commitment_id);
CREATE INDEX own_it_script ON own_it (script_id) WHERE script_id IS NOT NULL;
CREATE INDEX own_it_entry ON own_it (entry_id) WHERE entry_id IS NOT NULL;

CREATE TABLE way_out (
  id         INTEGER PRIMARY KEY,
  own_it_id  INTEGER NOT NULL REFERENCES own_it (id) ON DELETE CASCADE,
  text       TEXT NOT NULL,
  due_on     TEXT,
  cost_minor INTEGER NOT NULL DEFAULT 0,           -- what it costs us
  currency   TEXT NOT NULL DEFAULT '',
  chosen     INTEGER NOT NULL DEFAULT 0 CHECK (chosen IN (0, 1)),
  rank       INTEGER NOT NULL
) STRICT;
CREATE INDEX way_out_of ON way_out (own_it_id, rank);

-- Only the beats that the rep has written; the others follow the template and the time elapsed.
CREATE TABLE script_beat (
  script_id   INTEGER NOT NULL REFERENCES script (id) ON DELETE CASCADE,
  beat        TEXT NOT NULL,
  text        TEXT NOT NULL,
  own_beat_id INTEGER REFERENCES own_beat (id) ON DELETE SET NULL,   -- the wording it began with
  PRIMARY KEY (script_id, beat)
) STRICT, WITHOUT ROWID;
CREATE INDEX script_beat_own ON script_beat (own_beat_id) WHERE own_beat_id IS NOT NULL;

CREATE TABLE own_beat (                            -- the rep's library
  id         INTEGER PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE,
  kind       TEXT NOT NULL,
  beat       TEXT NOT NULL,
  name       TEXT NOT NULL,
  text       TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX own_beat_of ON own_beat (kind, beat);

-- What the rep taught the reviewer.
CREATE TABLE own_rule (
  id         INTEGER PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE,
  language   TEXT NOT NULL,
  category   TEXT NOT NULL
             CHECK (category = 'no-ownership' OR category = 'excuse' OR category = 'blame' OR
                    category = 'pressure' OR category = 'about-us' OR category = 'pitch' OR
                    category = 'hedge' OR category = 'ask' OR category = 'no-date' OR
                    category = 'over-apology' OR category = 'untrue-first-time' OR category = 'too-long' OR
                    category = 'gap'),
  pattern    TEXT NOT NULL,
  reason     TEXT NOT NULL DEFAULT '',
  suggestion TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE ignored_remark (
  id         INTEGER PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE,
  script_id  INTEGER REFERENCES script (id) ON DELETE CASCADE,   -- absent: in every script
  category   TEXT NOT NULL
             CHECK (category = 'no-ownership' OR category = 'excuse' OR category = 'blame' OR
                    category = 'pressure' OR category = 'about-us' OR category = 'pitch' OR
                    category = 'hedge' OR category = 'ask' OR category = 'no-date' OR
                    category = 'over-apology' OR category = 'untrue-first-time' OR category = 'too-long' OR
                    category = 'gap'),
  words      TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX ignored_remark_script ON ignored_remark (script_id) WHERE script_id IS NOT NULL;

CREATE TABLE saved_filter (
  id    INTEGER PRIMARY KEY,
  uuid  TEXT NOT NULL UNIQUE,
  name  TEXT NOT NULL,
  query TEXT NOT NULL,
  rank  INTEGER NOT NULL
) STRICT;

-- Where imported things came from, so that the same file brings nothing twice.
CREATE TABLE source_identity (
  id        INTEGER PRIMARY KEY,
  source    TEXT NOT NULL,                         -- 'pipedrive', 'hubspot', 'file:…'
  kind      TEXT NOT NULL CHECK (kind = 'deal' OR kind = 'company' OR kind = 'person' OR kind = 'entry'),
  source_id TEXT NOT NULL,
  object_id INTEGER NOT NULL,
  digest    TEXT NOT NULL DEFAULT '',              -- of the row as it was read last
  UNIQUE (source, kind, source_id)
) STRICT;
CREATE INDEX source_identity_object ON source_identity (kind, object_id);

-- ── Not content: settings, typed text not yet committed, the undo log, and what is derived. ──

CREATE TABLE setting (
  key   TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  key        TEXT PRIMARY KEY NOT NULL,            -- where, and the uuid: 'script:UUID:ask' …
  text       TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was already announced, so that a clock that jumps announces nothing twice.
CREATE TABLE reminder (
  key    TEXT PRIMARY KEY NOT NULL,                -- 'promise:7' …
  on_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE undo_step (
  seq       INTEGER PRIMARY KEY,
  op        TEXT NOT NULL,
  label     TEXT NOT NULL,
  deal_id   INTEGER,                               -- where the screen goes when it is undone
  undone    INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  at        INTEGER NOT NULL,
  changeset BLOB NOT NULL
) STRICT;
CREATE INDEX undo_step_undone ON undo_step (seq) WHERE undone = 1;

-- What a card shows and a board is ordered by: derived from the tables above by one C function,
-- in the transaction that changes them, and anew for the deals whose recheck day has come.
CREATE TABLE deal_card (
  deal_id       INTEGER PRIMARY KEY,
  stage_id      INTEGER NOT NULL,
  rank          INTEGER NOT NULL,
  needs         INTEGER NOT NULL,                  -- "needs me first": lower is sooner
  state         TEXT NOT NULL,                     -- whose move
  state_on      TEXT,
  recheck_on    TEXT,                              -- when passing time may change the state
  next_on       TEXT,
  next_days     INTEGER NOT NULL,                  -- next_on as a number; a large one if none
  next_text     TEXT NOT NULL,
  since_at      INTEGER NOT NULL,                  -- in this stage since
  currency      TEXT NOT NULL,
  value_minor   INTEGER NOT NULL,
  weighted_minor INTEGER NOT NULL,
  open_holes    INTEGER NOT NULL,
  ours_overdue  INTEGER NOT NULL,
  theirs_overdue INTEGER NOT NULL,
  roadblocks    INTEGER NOT NULL,
  flags         INTEGER NOT NULL                   -- MullCardFlags
) STRICT;
-- Answers every order and filter of a board without touching the table, but for the manual order,
-- which is that of deal_stage.
CREATE INDEX deal_card_needs ON deal_card
  (stage_id, needs, deal_id, state, flags, value_minor, next_days, since_at);
CREATE INDEX deal_card_recheck ON deal_card (recheck_on) WHERE recheck_on IS NOT NULL;
CREATE INDEX deal_card_silent ON deal_card (state_on) WHERE state IN ('fading', 'dark');

CREATE TABLE stage_total (
  stage_id       INTEGER NOT NULL,
  currency       TEXT NOT NULL,
  state          TEXT NOT NULL,
  n              INTEGER NOT NULL,
  value_minor    INTEGER NOT NULL,
  weighted_minor INTEGER NOT NULL,
  n_promise_due  INTEGER NOT NULL,
  n_no_next_step INTEGER NOT NULL,
  n_hole         INTEGER NOT NULL,
  n_focus        INTEGER NOT NULL,
  PRIMARY KEY (stage_id, currency, state)
) STRICT, WITHOUT ROWID;

-- Title, company and people of a deal; kept by the function that keeps deal_card.
CREATE VIRTUAL TABLE deal_fts USING fts5 (title, company, people,
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3', columnsize = 0);
CREATE VIRTUAL TABLE entry_fts USING fts5 (text, content = 'entry', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3 4', columnsize = 0);
-- What is found besides deals and entries: names, numbers and notes of contacts; scripts, and what is
-- noted on deals. Rows are numbered by part and id; kept by the function that keeps deal_card.
CREATE VIRTUAL TABLE contact_fts USING fts5 (name, text,
  tokenize = "unicode61 remove_diacritics 2", columnsize = 0);
CREATE VIRTUAL TABLE note_fts USING fts5 (text,
  tokenize = "unicode61 remove_diacritics 2", columnsize = 0);
