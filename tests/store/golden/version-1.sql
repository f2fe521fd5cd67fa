-- SPDX-License-Identifier: GPL-3.0-or-later
PRAGMA application_id = 1297435719;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO pipeline VALUES(1,'3979386d-f9ed1f67-2436fefc','x',62020,1704983239214000);
INSERT INTO pipeline VALUES(2,'b6d2b286-38ee4ab8-57e731c5',replace('Grüße\nzwei','\n',char(10)),93028,1729533402377000);
INSERT INTO pipeline VALUES(3,'5f3f8c17-59f9cb50-d2cc62b3','It’s “urgent” & <b>',40697,1715290626041000);
INSERT INTO pipeline VALUES(4,'d3eda1f7-9e50e39c-6bb1f856',replace('Grüße\nzwei','\n',char(10)),42114,1732312404170000);
INSERT INTO pipeline VALUES(5,'f8058cfc-373c786a-d0dbfbbe','a''b"c;--',99633,1706289747308000);
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
INSERT INTO stage VALUES(1,'80496e48-438d0a17-89dadd8e',4,'',22444,56,304,3099,'Smith & Sons','Smith & Sons');
INSERT INTO stage VALUES(2,'ac41e333-b4778f82-e8f87a63',2,'x',57875,57,283,1447,replace('Grüße\nzwei','\n',char(10)),replace('Grüße\nzwei','\n',char(10)));
INSERT INTO stage VALUES(3,'ea99be10-04e9d5b8-1fd9f8ce',1,'x',42371,81,18,2571,'It’s “urgent” & <b>','日本語');
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
INSERT INTO company VALUES(1,'87e62888-60a4f3da-de838885','🧯','Smith & Sons','It’s “urgent” & <b>','Smith & Sons','no','It’s “urgent” & <b>','a''b"c;--',1726020510893000,NULL);
INSERT INTO company VALUES(2,'7c44f352-1aecc247-6b9276a1','🧯','日本語','a''b"c;--','a''b"c;--','a''b"c;--','a''b"c;--','It’s “urgent” & <b>',1733133045149000,1700000000000000);
INSERT INTO company VALUES(3,'c7b051eb-dbf359f6-a331d566','','','It’s “urgent” & <b>','日本語','','Boiler','It’s “urgent” & <b>',1704302617463000,1700000000000000);
INSERT INTO company VALUES(4,'7fb011a1-b0c1293b-b8be1586','日本語','It’s “urgent” & <b>','日本語','no','It’s “urgent” & <b>','Smith & Sons','no',1712066613020000,NULL);
INSERT INTO company VALUES(5,'9979328e-3246a47a-69ba64eb',replace('Grüße\nzwei','\n',char(10)),'','Boiler','x','🧯','It’s “urgent” & <b>','a''b"c;--',1700032025699000,1700000000000000);
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
INSERT INTO person VALUES(1,'0b20d0f3-27c5a141-ad43d450','no',replace('Grüße\nzwei','\n',char(10)),'',NULL,'a''b"c;--',1716187820912000,1700000000000000);
CREATE TABLE person_company (
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  company_id INTEGER NOT NULL REFERENCES company (id) ON DELETE CASCADE,
  PRIMARY KEY (person_id, company_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE person_address (
  id        INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind      TEXT NOT NULL CHECK (kind IN ('phone', 'mail')),
  label     TEXT NOT NULL DEFAULT '',
  value     TEXT NOT NULL,
  value_key TEXT NOT NULL,                         -- digits only, or lower case
  rank      INTEGER NOT NULL
) STRICT;
INSERT INTO person_address VALUES(1,1,'mail',replace('Grüße\nzwei','\n',char(10)),'no','Smith & Sons',39160);
CREATE TABLE vcard_property (
  id         INTEGER PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE,
  person_id  INTEGER REFERENCES person (id) ON DELETE CASCADE,
  company_id INTEGER REFERENCES company (id) ON DELETE CASCADE,
  text       TEXT NOT NULL,                        -- one line of a vCard 3.0, not folded
  rank       INTEGER NOT NULL,
  CHECK ((person_id IS NULL) <> (company_id IS NULL))
) STRICT;
INSERT INTO vcard_property VALUES(1,'a2054144-6b030c55-17bb6ef6',1,NULL,'日本語',90900);
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
INSERT INTO deal VALUES(1,'216ee7ce-3df2d294-d76acc45','a''b"c;--',3,1,62279,146042,'JPY',NULL,'won','🧯','yes',1700000000000000,NULL,'日本語',1,'a''b"c;--','','日本語','It’s “urgent” & <b>',26,NULL,1716930279251000,1734514691444000,NULL);
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
INSERT INTO member VALUES(1,1,1,'champion','no','neutral','🧯',32156);
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
INSERT INTO entry VALUES(1,'fca3833a-9c870e97-c5333a62',1,NULL,'meeting','in',0,1702911964130000,463742,1703455719641000,395,445233,'EUR',0,'2023-12-15',0,'no','x',NULL);
INSERT INTO entry VALUES(2,'de5553a1-b051f7af-7bb6358d',1,NULL,'message','both',1,1719514001294000,512955,1737122709716000,266,902651,'EUR',1,NULL,0,'','x',NULL);
INSERT INTO entry VALUES(3,'f36eb386-9b3bed4d-7e69fca1',1,1,'call','in',0,1702939598459000,154384,1735200350432000,164,729275,'EUR',1,NULL,1,'','It’s “urgent” & <b>',NULL);
CREATE TABLE entry_words (                         -- what the customer said, verbatim
  id        INTEGER PRIMARY KEY,
  entry_id  INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  words     TEXT NOT NULL
) STRICT;
INSERT INTO entry_words VALUES(1,3,1,'日本語');
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
INSERT INTO planned_touch VALUES(1,'84ae2d40-fdd36ee1-2f541417',1,1,'meeting','2024-07-08',1364,'It’s “urgent” & <b>','It’s “urgent” & <b>',1,'open',NULL,421,805746,'JPY',1736815137254000);
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
INSERT INTO commitment VALUES(1,'9941aebc-c799d447-bb63f46a',1,'them',NULL,NULL,'Boiler','2024-07-11','2024-09-01','think','at-risk',NULL,NULL,NULL,1700030102921000);
INSERT INTO commitment VALUES(2,'4188b857-a267d841-3f2469eb',1,'both',1,1,'🧯','2024-04-21','2024-03-08','sure','renegotiated','2024-01-30',NULL,NULL,1728885302774000);
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
INSERT INTO hole VALUES(1,'5a282296-08b34cbd-7472b6fb',1,1,'feedback',replace('Grüße\nzwei','\n',char(10)),'🧯','no','review',4,'filled',NULL,'x','Boiler','🧯',348003,31790,1719194901164000,NULL,NULL,1727966590352000);
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
INSERT INTO quiet VALUES(1,'e93149da-fee0c878-c430118b','person',NULL,NULL,NULL,'','2024-07-02','2024-09-04',replace('Grüße\nzwei','\n',char(10)),385417,'🧯','x','asked-again',260572,0,1,1,NULL,1709222089859000);
INSERT INTO quiet VALUES(2,'2f361054-5c49c860-a0bacf83','company',1,NULL,NULL,'🧯','2024-09-05','2024-02-10',replace('Grüße\nzwei','\n',char(10)),66788,'Boiler','It’s “urgent” & <b>','resumed',453533,0,1,0,1,1708265335319000);
INSERT INTO quiet VALUES(3,'057cd846-6575e084-9c24e7de','person',1,NULL,NULL,'','2024-09-25',NULL,'x',818395,'no','a''b"c;--','lifted',997461,1,0,1,2,1710230305067000);
CREATE TABLE quiet_touch (
  id         INTEGER PRIMARY KEY,
  quiet_id   INTEGER NOT NULL REFERENCES quiet (id) ON DELETE CASCADE,
  entry_id   INTEGER REFERENCES entry (id) ON DELETE CASCADE,
  touch_id   INTEGER REFERENCES planned_touch (id) ON DELETE CASCADE,
  reason     TEXT NOT NULL CHECK (reason = 'they-contacted' OR reason = 'duty' OR reason = 'anyway'),
  why        TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO quiet_touch VALUES(1,1,NULL,NULL,'duty','',1718181269720000);
INSERT INTO quiet_touch VALUES(2,2,2,1,'duty',replace('Grüße\nzwei','\n',char(10)),1728463690349000);
INSERT INTO quiet_touch VALUES(3,2,1,NULL,'anyway','Smith & Sons',1721800496789000);
CREATE TABLE qualification (                       -- the four questions, one row per answer given
  id          INTEGER PRIMARY KEY,
  deal_id     INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  question    INTEGER NOT NULL CHECK (question BETWEEN 1 AND 4),
  answer      TEXT NOT NULL CHECK (answer = 'yes' OR answer = 'no' OR answer = 'unknown'),
  evidence    TEXT NOT NULL DEFAULT '',
  entry_id    INTEGER REFERENCES entry (id) ON DELETE SET NULL,
  answered_at INTEGER NOT NULL
) STRICT;
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
CREATE TABLE roadblock_help (
  id           INTEGER PRIMARY KEY,
  roadblock_id INTEGER NOT NULL REFERENCES roadblock (id) ON DELETE CASCADE,
  helper       TEXT NOT NULL,
  asked        TEXT NOT NULL,
  asked_on     TEXT NOT NULL,
  answer       TEXT NOT NULL DEFAULT '',
  answered_on  TEXT
) STRICT;
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
INSERT INTO script VALUES(1,'3d974810-2615f83a-2225e915',1,'Boiler',1,NULL,NULL,NULL,'dropped','not-reached',939609,NULL,1709834573618000,NULL);
CREATE TABLE call_review (
  id              INTEGER PRIMARY KEY,
  uuid            TEXT NOT NULL UNIQUE,
  entry_id        INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  next_commitment TEXT NOT NULL DEFAULT 'unknown'
                  CHECK (next_commitment = 'yes' OR next_commitment = 'no' OR next_commitment = 'unknown'),
  question        TEXT NOT NULL DEFAULT '',
  created_at      INTEGER NOT NULL
) STRICT;
INSERT INTO call_review VALUES(1,'f4a5e858-54944fbe-8e1ceb7c',1,'yes','x',1735890433082000);
INSERT INTO call_review VALUES(2,'21002c7d-b22a2f93-c2611815',3,'yes',replace('Grüße\nzwei','\n',char(10)),1711900746764000);
CREATE TABLE call_review_item (
  id        INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES call_review (id) ON DELETE CASCADE,
  text      TEXT NOT NULL,
  got       INTEGER NOT NULL CHECK (got IN (0, 1)),
  rank      INTEGER NOT NULL
) STRICT;
INSERT INTO call_review_item VALUES(1,1,'日本語',0,81908);
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
INSERT INTO hard_question VALUES(2,'07333dc0-47054bbf-3f00dbec',1,NULL,NULL,NULL,'unread','a''b"c;--','call','2024-08-20','2024-03-02',1,'budget-gone','Smith & Sons','2024-04-10',1707185194577000);
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
INSERT INTO decision VALUES(1,'29e50397-68c8b48c-a9bd81f4',1,NULL,'second-broken','quiet','Smith & Sons',511511,745789,'EUR',1721033428130000);
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
INSERT INTO own_it VALUES(1,'73d492ec-02b6d0e4-074f6656',1,NULL,'no','','Smith & Sons',1,'more-time',2,replace('Grüße\nzwei','\n',char(10)),'',1729166360696000);
INSERT INTO own_it VALUES(2,'fbf33743-29f08a0e-8f35a153',2,NULL,replace('Grüße\nzwei','\n',char(10)),replace('Grüße\nzwei','\n',char(10)),'x',0,'angry',1,'日本語','a''b"c;--',1737337845563000);
INSERT INTO own_it VALUES(3,'70cc68d9-24442b2e-42d68b2f',2,NULL,'x','','Boiler',0,'left',NULL,'x',replace('Grüße\nzwei','\n',char(10)),1703549321927000);
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
INSERT INTO way_out VALUES(1,1,'',NULL,283909,'EUR',1,80113);
INSERT INTO way_out VALUES(2,1,'',NULL,648917,'JPY',0,93311);
CREATE TABLE script_beat (
  script_id   INTEGER NOT NULL REFERENCES script (id) ON DELETE CASCADE,
  beat        TEXT NOT NULL,
  text        TEXT NOT NULL,
  own_beat_id INTEGER REFERENCES own_beat (id) ON DELETE SET NULL,   -- the wording it began with
  PRIMARY KEY (script_id, beat)
) STRICT, WITHOUT ROWID;
CREATE TABLE own_beat (                            -- the rep's library
  id         INTEGER PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE,
  kind       TEXT NOT NULL,
  beat       TEXT NOT NULL,
  name       TEXT NOT NULL,
  text       TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO own_beat VALUES(1,'ca0a5ed3-8f30e466-c4af27c1','','a''b"c;--','🧯','🧯',1728570533597000);
INSERT INTO own_beat VALUES(2,'1261be62-55861e81-6cb84dfd','Boiler','日本語','Smith & Sons','',1717297427447000);
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
INSERT INTO own_rule VALUES(1,'5c8b0634-dced1fea-9285f47e','It’s “urgent” & <b>','pressure',replace('Grüße\nzwei','\n',char(10)),'Smith & Sons','日本語',1724890316318000);
INSERT INTO own_rule VALUES(2,'fabce849-eb2a1590-5d1ddc76','日本語','excuse','It’s “urgent” & <b>','a''b"c;--','',1731243890681000);
INSERT INTO own_rule VALUES(3,'37f37616-03691241-2461647d','Boiler','no-date','日本語','Boiler',replace('Grüße\nzwei','\n',char(10)),1733960442752000);
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
INSERT INTO ignored_remark VALUES(1,'88a32503-16208e82-43689cf1',NULL,'over-apology','Smith & Sons',1730247748325000);
INSERT INTO ignored_remark VALUES(2,'e3056bbe-a1c8fc04-a9c3c2b1',1,'no-ownership','It’s “urgent” & <b>',1708433782550000);
CREATE TABLE saved_filter (
  id    INTEGER PRIMARY KEY,
  uuid  TEXT NOT NULL UNIQUE,
  name  TEXT NOT NULL,
  query TEXT NOT NULL,
  rank  INTEGER NOT NULL
) STRICT;
CREATE TABLE source_identity (
  id        INTEGER PRIMARY KEY,
  source    TEXT NOT NULL,                         -- 'pipedrive', 'hubspot', 'file:…'
  kind      TEXT NOT NULL CHECK (kind = 'deal' OR kind = 'company' OR kind = 'person' OR kind = 'entry'),
  source_id TEXT NOT NULL,
  object_id INTEGER NOT NULL,
  digest    TEXT NOT NULL DEFAULT '',              -- of the row as it was read last
  UNIQUE (source, kind, source_id)
) STRICT;
CREATE TABLE setting (
  key   TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE draft (
  key        TEXT PRIMARY KEY NOT NULL,            -- where, and the uuid: 'script:UUID:ask' …
  text       TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
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
INSERT INTO undo_step VALUES(1,'edit-deal','Change',NULL,0,1715767200000000,X'5409010000000000000000706572736f6e001200010000000000000001031a34643635616163622d32306363633338392d3030303737656666030178030861276222633b2d2d03026e6f0503000100062b07f22436e80100060a24181e4000');
INSERT INTO undo_step VALUES(2,'edit-deal','Change',NULL,0,1715767200000000,X'5407010000000000006f776e5f62656174001200010000000000000001031a38326335393930302d31663066363363382d34613738626262380306426f696c65720309e697a5e69cace8aa9e0304f09fa7af03026e6f0100060bf34c90b798');
INSERT INTO undo_step VALUES(3,'edit-deal','Change',NULL,0,1715767200000000,X'54050100000000706970656c696e65001200010000000000000001031a33393739333836642d66396564316636372d3234333666656663030c536d697468202620536f6e730100000000000145f30100062064c31975a0540801000000000000006f776e5f72756c65001200010000000000000001031a35633862303633342d64636564316665612d393238356634376503194974e280997320e2809c757267656e74e2809d2026203c623e03087072657373757265030c4772c3bcc39f650a7a776569030c536d697468202620536f6e730309e697a5e69cace8aa9e01000620c75294a530');
INSERT INTO undo_step VALUES(4,'edit-deal','Change',NULL,0,1715767200000000,X'540601000000000076636172645f70726f7065727479001200010000000000000001031a36613062346537642d33343433376335362d3436326138376434010000000000000001050309e697a5e69cace8aa9e010000000000015359540801000000000000006f776e5f72756c65001200010000000000000002031a66616263653834392d65623261313539302d35643164646337360309e697a5e69cace8aa9e030665786375736503194974e280997320e2809c757267656e74e2809d2026203c623e030861276222633b2d2d0300010006268ea11fa4a8');
INSERT INTO undo_step VALUES(5,'edit-deal','Change',NULL,0,1715767200000000,X'5409010000000000000000706572736f6e001200010000000000000002031a39383535353531392d66633261643933652d31623866363335300304f09fa7af030c536d697468202620536f6e73030c4772c3bcc39f650a7a776569050309e697a5e69cace8aa9e01000624af35fe7428055407010000000000006f776e5f62656174000900010000000000000001031a38326335393930302d31663066363363382d34613738626262380306426f696c65720309e697a5e69cace8aa9e0304f09fa7af03026e6f0100060bf34c90b798');
INSERT INTO undo_step VALUES(6,'edit-deal','Change',NULL,0,1715767200000000,X'540a010000000000000000007374616765001200010000000000000001031a38303439366534382d34333864306131372d383964616464386501000000000000000103026e6f01000000000000e0aa01000000000000001d010000000000000139010000000000000a31030c4772c3bcc39f650a7a7765690300');
INSERT INTO undo_step VALUES(7,'edit-deal','Change',NULL,0,1715767200000000,X'540b0100000000000000000000636f6d70616e79001200010000000000000001031a38376536323838382d36306134663364612d646538333838383503194974e280997320e2809c757267656e74e2809d2026203c623e030c536d697468202620536f6e730304f09fa7af03017803194974e280997320e2809c757267656e74e2809d2026203c623e030861276222633b2d2d030c536d697468202620536f6e730100061d3e917fa35805');
INSERT INTO undo_step VALUES(8,'edit-deal','Change',NULL,0,1715767200000000,X'540801000000000000006f776e5f72756c65001200010000000000000003031a33376633373631362d30333639313234312d32343631363437640306426f696c657203076e6f2d646174650309e697a5e69cace8aa9e0306426f696c6572030c4772c3bcc39f650a7a7765690100062907203eac00');
INSERT INTO undo_step VALUES(9,'edit-deal','Change',NULL,0,1715767200000000,X'540b0100000000000000000000636f6d70616e79001200010000000000000002031a37633434663335322d31616563633234372d36623932373661310304f09fa7af0309e697a5e69cace8aa9e030861276222633b2d2d030861276222633b2d2d030861276222633b2d2d030861276222633b2d2d03194974e280997320e2809c757267656e74e2809d2026203c623e01000628467b812d480100060a24181e4000');
INSERT INTO undo_step VALUES(10,'edit-deal','Change',NULL,0,1715767200000000,X'540601000000000069676e6f7265645f72656d61726b001200010000000000000001031a38386133323530332d31363230386538322d343336383963663105030c6f7665722d61706f6c6f6779030c4772c3bcc39f650a7a776569010006148706935bc8');
INSERT INTO undo_step VALUES(11,'edit-deal','Change',NULL,0,1715767200000000,X'540b0100000000000000000000636f6d70616e790017000100000000000000010003194974e280997320e2809c757267656e74e2809d2026203c623e000304f09fa7af0003194974e280997320e2809c757267656e74e2809d2026203c623e030861276222633b2d2d000100061d3e917fa3580000000304f09fa7af0003194974e280997320e2809c757267656e74e2809d2026203c623e0003026e6f03194974e280997320e2809c757267656e74e2809d2026203c623e0001000621ce776d43c800');
INSERT INTO undo_step VALUES(12,'edit-deal','Change',NULL,0,1715767200000000,X'5409010000000000000000706572736f6e001700010000000000000002000304f09fa7af0000000001000624af35fe74280500000309e697a5e69cace8aa9e000000000100062894808c7f100100060a24181e4000');
INSERT INTO undo_step VALUES(13,'edit-deal','Change',NULL,0,1715767200000000,X'540601000000000076636172645f70726f706572747900170001000000000000000100000000010000000000015359000000000001000000000000f44c');
INSERT INTO undo_step VALUES(14,'edit-deal','Change',NULL,0,1715767200000000,X'540701000000000000706572736f6e5f61646472657373001200010000000000000001010000000000000001030570686f6e650309e697a5e69cace8aa9e03000306426f696c6572010000000000008d78');
INSERT INTO undo_step VALUES(15,'edit-deal','Change',NULL,0,1715767200000000,X'540601000000000069676e6f7265645f72656d61726b001700010000000000000001000000030c4772c3bcc39f650a7a776569010006148706935bc800000000030c536d697468202620536f6e7301000625a6b2698e88');
INSERT INTO undo_step VALUES(16,'edit-deal','Change',NULL,0,1715767200000000,X'540b0100000000000000000000636f6d70616e79001200010000000000000003031a63376230353165622d64626633353966362d61333331643536360300030003194974e280997320e2809c757267656e74e2809d2026203c623e0309e697a5e69cace8aa9e03000306426f696c657203194974e280997320e2809c757267656e74e2809d2026203c623e0100060e0de01a88d80100060a24181e40005409010000000000000000706572736f6e000900010000000000000002031a39383535353531392d66633261643933652d31623866363335300309e697a5e69cace8aa9e030c536d697468202620536f6e73030c4772c3bcc39f650a7a776569050309e697a5e69cace8aa9e0100062894808c7f100100060a24181e4000');
INSERT INTO undo_step VALUES(17,'edit-deal','Change',NULL,0,1715767200000000,X'540b0100000000000000000000636f6d70616e79001700010000000000000001000000000301780000030c536d697468202620536f6e7300000000000000030c536d697468202620536f6e730000030861276222633b2d2d0000');
INSERT INTO undo_step VALUES(18,'edit-deal','Change',NULL,0,1715767200000000,X'5407010000000000006f776e5f62656174001200010000000000000001031a63613061356564332d38663330653436362d63346166323763310300030861276222633b2d2d0304f09fa7af0304f09fa7af0100062420309fcf48');
INSERT INTO undo_step VALUES(19,'edit-deal','Change',NULL,0,1715767200000000,X'540601000000000069676e6f7265645f72656d61726b001200010000000000000002031a65333035366262652d61316338666330342d613963336332623105030c6e6f2d6f776e65727368697003017801000616b13486d510');
INSERT INTO undo_step VALUES(20,'edit-deal','Change',NULL,0,1715767200000000,X'540701000000000000706572736f6e5f6164647265737300170001000000000000000100000003000306426f696c65720000000000030c536d697468202620536f6e73030861276222633b2d2d005419010000000000000000000000000000000000000000000000006465616c001200010000000000000001031a32313665653763652d33646632643239342d6437366163633435030861276222633b2d2d05010000000000000001010000000000016454010000000000023a7a03034a5059050303776f6e0304f09fa7af03026e6f05030a323032342d30312d3237030c4772c3bcc39f650a7a776569010000000000000000030861276222633b2d2d03026e6f03026e6f03194974e280997320e2809c757267656e74e2809d2026203c623e010000000000000306050100061989fb661c380100060ead73beff2005');
INSERT INTO undo_step VALUES(21,'edit-deal','Change',NULL,0,1715767200000000,X'540b01000000000000000000006465636973696f6e001200010000000000000001031a32396535303339372d36386338623438632d613962643831663401000000000000000105030d7365636f6e642d62726f6b656e03057175696574030c536d697468202620536f6e73010000000000056f710100000000000b613d03034a50590100061d45522158d0');
INSERT INTO undo_step VALUES(22,'edit-deal','Change',NULL,0,1715767200000000,X'540801000000000000006d656d62657200120001000000000000000101000000000000000101000000000000000103086368616d70696f6e03026e6f0307756e6b6e6f776e030861276222633b2d2d010000000000008115541301000000000000000000000000000000000000656e747279001200010000000000000001031a66636133383333612d39633837306539372d63353333336136320100000000000000010503076d656574696e670302696e0100000000000000000100060cca16b4aad001000000000007137e0100060d48b10f4fa801000000000000018b01000000000006cb3103034a5059010000000000000000030a323032332d31322d3135010000000000000000030c4772c3bcc39f650a7a776569030c536d697468202620536f6e7305540b01000000000000000000006465636973696f6e001700010000000000000001000000000000010000000000056f710003034a5059000000000000000001000000000007ce1700030345555200');
INSERT INTO undo_step VALUES(23,'edit-deal','Change',NULL,0,1715767200000000,X'5409010000000000000000706572736f6e000900010000000000000001031a34643635616163622d32306363633338392d3030303737656666030178030861276222633b2d2d03026e6f0503000100062b07f22436e80100060a24181e4000540701000000000000706572736f6e5f61646472657373000900010000000000000001010000000000000001030570686f6e650309e697a5e69cace8aa9e030c536d697468202620536f6e73030861276222633b2d2d010000000000008d78540601000000000076636172645f70726f7065727479000900010000000000000001031a36613062346537642d33343433376335362d3436326138376434010000000000000001050309e697a5e69cace8aa9e01000000000000f44c540801000000000000006d656d62657200090001000000000000000101000000000000000101000000000000000103086368616d70696f6e03026e6f0307756e6b6e6f776e030861276222633b2d2d010000000000008115541401000000000000000000000000000000000000007175696574001200010000000000000001031a65393331343964612d66656530633837382d63343330313138620306706572736f6e01000000000000000105050300030a323032342d30372d3032030a323032342d30392d303403026e6f0100000000000d5a930304f09fa7af0301780308696e2d666f72636501000000000001b7d801000000000000000001000000000000000101000000000000000105010006128747821fb8540601000000000063616c6c5f726576696577001200010000000000000001031a66346135653835382d35343934346662652d386531636562376301000000000000000103037965730301780100062ac87ca20290');
INSERT INTO undo_step VALUES(24,'edit-deal','Change',NULL,0,1715767200000000,X'541001000000000000000000000000000000686172645f7175657374696f6e001200010000000000000001031a34326133303033392d65626232366363392d363933333661393201000000000000000105050503096368616c6c656e6765030c536d697468202620536f6e7303046d61696c030a323032342d30322d313905010000000000000001030773696c656e6365030861276222633b2d2d030a323032342d30322d30310100062cb498774280');
INSERT INTO undo_step VALUES(25,'edit-deal','Change',NULL,0,1715767200000000,X'540601000000000076636172645f70726f7065727479001200010000000000000001031a61323035343134342d36623033306335352d3137626236656636050100000000000000020309e697a5e69cace8aa9e0100000000000080bb5419010000000000000000000000000000000000000000000000006465616c00170001000000000000000100000500010000000000016454000000000003026e6f05030a323032342d30312d3237030c4772c3bcc39f650a7a7765690100000000000000000003026e6f03026e6f0001000000000000030600000100060ead73beff20000000000100000000000000030001000000000000f347000000000003037965730100060a24181e4000050309e697a5e69cace8aa9e0100000000000000010003000309e697a5e69cace8aa9e0001000000000000001a000001000629882c0a8d2000');
INSERT INTO undo_step VALUES(26,'edit-deal','Change',NULL,0,1715767200000000,X'54050100000000706970656c696e65001200010000000000000002031a62366432623238362d33386565346162382d3537653733316335030c4772c3bcc39f650a7a776569010000000000016b64010006250060136b28541001000000000000000000000000000000686172645f7175657374696f6e001200010000000000000002031a30373333336463302d34373035346262662d33663030646265630100000000000000010505050306756e72656164030861276222633b2d2d030463616c6c030a323032342d30382d3230030a323032342d30332d3032010000000000000001030b6275646765742d676f6e65030c536d697468202620536f6e73030a323032342d30342d313001000610ad0716ac68');
INSERT INTO undo_step VALUES(27,'edit-deal','Change',NULL,0,1715767200000000,X'54050100000000706970656c696e6500170001000000000000000100030c536d697468202620536f6e730100000000000145f30100062064c31975a0000003017801000000000000f2440100060eac585243b0540a010000000000000000007374616765001200010000000000000002031a61633431653333332d62343737386638322d6538663837613633010000000000000002030c536d697468202620536f6e7301000000000000b3b30100000000000000060100000000000000b00100000000000005a7030c4772c3bcc39f650a7a776569030c4772c3bcc39f650a7a77656954070100000000000071756965745f746f756368001200010000000000000001010000000000000001010000000000000001050306616e7977617903194974e280997320e2809c757267656e74e2809d2026203c623e010006110f55337bf8');
INSERT INTO undo_step VALUES(28,'edit-deal','Change',NULL,0,1715767200000000,X'540a0100000000000000000073746167650017000100000000000000020000030c536d697468202620536f6e7301000000000000b3b30100000000000000060100000000000000b000000000000003017801000000000000e21301000000000000003901000000000000011b000000541301000000000000000000000000000000000000656e747279001200010000000000000002031a64653535353361312d62303531663761662d37626236333538640100000000000000010503076d6573736167650304626f74680100000000000000010100061be38d3bc2b001000000000007d3bb0100062be7660b3c2001000000000000010a0100000000000dc5fb030345555201000000000000000105010000000000000000030003017805');
INSERT INTO undo_step VALUES(29,'edit-deal','Change',NULL,0,1715767200000000,X'5407010000000000006f776e5f62656174001200010000000000000002031a64343232386337622d31663365613865332d356465633761343603026e6f030c536d697468202620536f6e730306426f696c65720306426f696c657201000612d6d78b0ee0');
INSERT INTO undo_step VALUES(30,'edit-deal','Change',NULL,0,1715767200000000,X'5414010000000000000000000000000000000000000071756965740017000100000000000000010000010000000000000001000000000003026e6f0100000000000d5a9300000308696e2d666f72636501000000000001b7d80000000000000000050000000000030c4772c3bcc39f650a7a77656901000000000005e1890000030b61736b65642d616761696e01000000000003f9dc00000000005405010000000063616c6c5f7265766965775f6974656d001200010000000000000001010000000000000001030861276222633b2d2d010000000000000000010000000000013ff4');
INSERT INTO undo_step VALUES(31,'edit-deal','Change',NULL,0,1715767200000000,X'5409010000000000000000706572736f6e001200010000000000000001031a30623230643066332d32376335613134312d61643433643435300306426f696c657203026e6f0300010000000000000002030861276222633b2d2d01000618dd1d6eed8005');
INSERT INTO undo_step VALUES(32,'edit-deal','Change',NULL,0,1715767200000000,X'540701000000000000706572736f6e5f6164647265737300120001000000000000000101000000000000000103046d61696c03194974e280997320e2809c757267656e74e2809d2026203c623e03026e6f030c536d697468202620536f6e730100000000000098f8540f010000000000000000000000000000636f6d6d69746d656e74001200010000000000000001031a39393431616562632d63373939643434372d626236336634366101000000000000000103047468656d05050306426f696c6572030a323032342d30372d3131030a323032342d30392d303103057468696e6b030761742d7269736b0505050100060a2b1a645f28');
INSERT INTO undo_step VALUES(33,'edit-deal','Change',NULL,0,1715767200000000,X'540e0100000000000000000000000000736372697074001200010000000000000001031a33643937343831302d32363135663833612d32323235653931350100000000000000010306426f696c6572010000000000000001050505030764726f70706564030b6e6f742d726561636865640100000000000e5659050100061315e2629b5005');
INSERT INTO undo_step VALUES(34,'edit-deal','Change',NULL,0,1715767200000000,X'541401000000000000000000000000000000000000007175696574001200010000000000000002031a32663336313035342d35633439633836302d61306261636638330307636f6d70616e7901000000000000000105050304f09fa7af030a323032342d30392d3035030a323032342d30322d3130030c4772c3bcc39f650a7a7765690100000000000104e40306426f696c657203194974e280997320e2809c757267656e74e2809d2026203c623e0307726573756d656401000000000006eb9d01000000000000000001000000000000000101000000000000000001000000000000000101000611a8847e69d8');
INSERT INTO undo_step VALUES(35,'edit-deal','Change',NULL,0,1715767200000000,X'5409010000000000000000706572736f6e001700010000000000000001000306426f696c657203026e6f00010000000000000002000005000003026e6f030c4772c3bcc39f650a7a776569000500000100060a24181e400054070100000000000071756965745f746f75636800170001000000000000000100010000000000000001000306616e7977617903194974e280997320e2809c757267656e74e2809d2026203c623e010006110f55337bf80000050003046475747903000100061aad403dcbc0');
INSERT INTO undo_step VALUES(36,'edit-deal','Change',NULL,0,1715767200000000,X'540701000000000000706572736f6e5f61646472657373001700010000000000000001000003194974e280997320e2809c757267656e74e2809d2026203c623e000000000000030c4772c3bcc39f650a7a7765690000005405010000000063616c6c5f7265766965775f6974656d00170001000000000000000100030861276222633b2d2d000000000309e697a5e69cace8aa9e0000');
INSERT INTO undo_step VALUES(37,'edit-deal','Change',NULL,0,1715767200000000,X'54050100000000706970656c696e65001200010000000000000003031a35663366386331372d35396639636235302d643263633632623303194974e280997320e2809c757267656e74e2809d2026203c623e010000000000009ef9010006180c3873a4a8540f010000000000000000000000000000636f6d6d69746d656e74001200010000000000000002031a34313838623835372d61323637643834312d33663234363965620100000000000000010304626f74680100000000000000010100000000000000010304f09fa7af030a323032342d30342d3231030a323032342d30332d3038030473757265030c72656e65676f746961746564030a323032342d30312d3330050501000624697a5448f0540601000000000063616c6c5f726576696577001200010000000000000002031a32313030326337642d62323261326639332d63323631313831350100000000000000010303796573030c4772c3bcc39f650a7a7765690100062a1efad18708540d010000000000000000000000006f776e5f6974001200010000000000000001031a37336434393265632d30326236643065342d30373466363635360100000000000000010503026e6f0300030c536d697468202620536f6e7301000000000000000103096d6f72652d74696d65010000000000000002030c4772c3bcc39f650a7a776569030001000624aaeaafd4c0');
INSERT INTO undo_step VALUES(38,'edit-deal','Change',NULL,0,1715767200000000,X'540801000000000000007761795f6f75740012000100000000000000010100000000000000010300050100000000000748e20303455552010000000000000001010000000000001f08');
INSERT INTO undo_step VALUES(39,'edit-deal','Change',NULL,0,1715767200000000,X'540b0100000000000000000000636f6d70616e79001200010000000000000004031a37666230313161312d62306331323933622d62386265313538360309e697a5e69cace8aa9e03194974e280997320e2809c757267656e74e2809d2026203c623e0309e697a5e69cace8aa9e03026e6f03194974e280997320e2809c757267656e74e2809d2026203c623e030c536d697468202620536f6e7303026e6f010006151d924d056005541301000000000000000000000000000000000000656e747279001200010000000000000003031a66333665623338362d39623362656434642d3765363966636131010000000000000001010000000000000001030463616c6c0302696e0100000000000000000100060cd085d71078010000000000025b100100062a27d0806b000100000000000000a40100000000000b20bb030345555201000000000000000105010000000000000001030003194974e280997320e2809c757267656e74e2809d2026203c623e05540801000000000000007761795f6f75740017000100000000000000010000000100000000000748e20000010000000000001f080000000001000000000004550500000100000000000138f1');
INSERT INTO undo_step VALUES(40,'edit-deal','Change',NULL,0,1715767200000000,X'541401000000000000000000000000000000000000007175696574001200010000000000000003031a30353763643834362d36353735653038342d39633234653764650306706572736f6e01000000000000000105050300030a323032342d30392d3235050301780100000000000c7cdb03026e6f030861276222633b2d2d03066c69667465640100000000000f3855010000000000000001010000000000000000010000000000000001010000000000000002010006137205d14ff8');
INSERT INTO undo_step VALUES(41,'edit-deal','Change',NULL,0,1715767200000000,X'540601000000000063616c6c5f7265766965770017000100000000000000020001000000000000000100000000000100000000000000030000005407010000000000006f776e5f62656174000900010000000000000002031a64343232386337622d31663365613865332d356465633761343603026e6f030c536d697468202620536f6e730306426f696c65720306426f696c657201000612d6d78b0ee0540601000000000069676e6f7265645f72656d61726b0017000100000000000000020000000001000616b13486d510000000000001000611cfbcbb2df0');
INSERT INTO undo_step VALUES(42,'edit-deal','Change',NULL,0,1715767200000000,X'54050100000000706970656c696e65001200010000000000000004031a64336564613166372d39653530653339632d3662623166383536030c4772c3bcc39f650a7a77656901000000000000a4820100062787697d9510541301000000000000000000000000000000000000656e747279001700010000000000000001000000000000000000000003034a5059000000030c4772c3bcc39f650a7a776569030c536d697468202620536f6e7300000000000000000000000000030345555200000003026e6f03017800');
INSERT INTO undo_step VALUES(43,'edit-deal','Change',NULL,0,1715767200000000,X'5415010000000000000000000000000000000000000000686f6c65001200010000000000000001031a35613238323239362d30386233346362642d37343732623666620100000000000000010100000000000000010308666565646261636b030c4772c3bcc39f650a7a7765690304f09fa7af03026e6f0306726576696577010000000000000004030666696c6c6564050301780306426f696c65720304f09fa7af010000000000054f63010000000000007c2e0100061b9941622fe00505010006239392cd3a80540801000000000000007761795f6f757400120001000000000000000201000000000000000103000501000000000009e6d503034a5059010000000000000001010000000000008afd');
INSERT INTO undo_step VALUES(44,'edit-deal','Change',NULL,0,1715767200000000,X'541001000000000000000000000000000000706c616e6e65645f746f756368001200010000000000000001031a38346165326434302d66646433366565312d326635343134313701000000000000000101000000000000000103076d656574696e67030a323032342d30372d303801000000000000055403194974e280997320e2809c757267656e74e2809d2026203c623e03194974e280997320e2809c757267656e74e2809d2026203c623e01000000000000000103046f70656e050100000000000001a50100000000000c4b7203034a50590100062b9fc94bea70540601000000000063616c6c5f726576696577001700010000000000000002000000000100062a1efad18708000000000001000614f6f3e6cee0540d010000000000000000000000006f776e5f6974001200010000000000000002031a66626633333734332d32396630386130652d386633356131353301000000000000000205030c4772c3bcc39f650a7a776569030c4772c3bcc39f650a7a7765690301780100000000000000000305616e6772790100000000000000010309e697a5e69cace8aa9e030861276222633b2d2d0100062c197d23be781200010000000000000003031a37306363363864392d32343434326232652d34326436386232660100000000000000020503017803000306426f696c657201000000000000000003046c65667405030178030c4772c3bcc39f650a7a7765690100060d5e7c30d958');
INSERT INTO undo_step VALUES(45,'edit-deal','Change',NULL,0,1715767200000000,X'540a0100000000000000000073746167650017000100000000000000010001000000000000000103026e6f01000000000000e0aa01000000000000001d00010000000000000a310000000001000000000000000203000100000000000057ac01000000000000003800010000000000000c1b0000540601000000000076636172645f70726f70657274790017000100000000000000010005010000000000000002000100000000000080bb00000100000000000000010500010000000000016314');
INSERT INTO undo_step VALUES(46,'edit-deal','Change',NULL,0,1715767200000000,X'540b0100000000000000000000636f6d70616e79001200010000000000000005031a39393739333238652d33323436613437612d3639626136346562030c4772c3bcc39f650a7a77656903000306426f696c65720301780304f09fa7af03194974e280997320e2809c757267656e74e2809d2026203c623e030861276222633b2d2d0100060a2b8cffa2b80100060a24181e400054070100000000000071756965745f746f756368001200010000000000000002010000000000000002010000000000000002010000000000000001030464757479030c4772c3bcc39f650a7a7765690100062407504539c8');
INSERT INTO undo_step VALUES(47,'edit-deal','Change',NULL,0,1715767200000000,X'540a010000000000000000007374616765001200010000000000000003031a65613939626531302d30346539643562382d316664396638636501000000000000000103017801000000000000a583010000000000000051010000000000000012010000000000000a0b03194974e280997320e2809c757267656e74e2809d2026203c623e0309e697a5e69cace8aa9e540801000000000000006d656d626572001200010000000000000001010000000000000001010000000000000001030a696e666c75656e63657203026e6f03076e65757472616c0301780100000000000185a2540801000000000000007761795f6f75740017000100000000000000020000000000010000000000000001010000000000008afd000000000000010000000000000000010000000000016c7f5407010000000000006f776e5f62656174001200010000000000000002031a31323631626536322d35353836316538312d36636238346466640306426f696c65720309e697a5e69cace8aa9e030c536d697468202620536f6e73030001000619df7722fcd8');
INSERT INTO undo_step VALUES(48,'edit-deal','Change',NULL,0,1715767200000000,X'54050100000000706970656c696e65001200010000000000000005031a66383035386366632d33373363373836612d6430646266626265030861276222633b2d2d0100000000000185310100060fdc8a45ade0540a0100000000000000000073746167650017000100000000000000010001000000000000000200000001000000000000013900030c4772c3bcc39f650a7a7765690300000001000000000000000400000001000000000000013000030c536d697468202620536f6e73030c536d697468202620536f6e73540601000000000069676e6f7265645f72656d61726b0017000100000000000000020005000301780000000100000000000000010003194974e280997320e2809c757267656e74e2809d2026203c623e00');
INSERT INTO undo_step VALUES(49,'edit-deal','Change',NULL,0,1715767200000000,X'540401000000656e7472795f776f7264730012000100000000000000010100000000000000030100000000000000010309e697a5e69cace8aa9e54070100000000000071756965745f746f756368001200010000000000000003010000000000000002010000000000000001050306616e79776179030c536d697468202620536f6e730100061df7eafc3608');
INSERT INTO undo_step VALUES(50,'edit-deal','Change',NULL,0,1715767200000000,X'540801000000000000006d656d6265720017000100000000000000010000030a696e666c75656e63657200000301780100000000000185a200000003086368616d70696f6e00000304f09fa7af010000000000007d9c541001000000000000000000000000000000686172645f7175657374696f6e000900010000000000000001031a34326133303033392d65626232366363392d363933333661393201000000000000000105050503096368616c6c656e6765030c536d697468202620536f6e7303046d61696c030a323032342d30322d313905010000000000000001030773696c656e6365030861276222633b2d2d030a323032342d30322d30310100062cb498774280');
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
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','deal_fts','deal_fts',0,'CREATE VIRTUAL TABLE deal_fts USING fts5 (title, company, people,
  tokenize = "unicode61 remove_diacritics 2", prefix = ''1 2 3'', columnsize = 0)');
CREATE TABLE IF NOT EXISTS 'deal_fts_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO deal_fts_data VALUES(1,X'01030000');
INSERT INTO deal_fts_data VALUES(10,X'000000000101010001010101');
INSERT INTO deal_fts_data VALUES(137438953473,X'0000002902306101020201016201020301016301020400023161010202010162010203010163010204040606060706');
CREATE TABLE IF NOT EXISTS 'deal_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO deal_fts_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'deal_fts_content'(id INTEGER PRIMARY KEY, c0, c1, c2);
INSERT INTO deal_fts_content VALUES(1,'a''b"c;--','','');
CREATE TABLE IF NOT EXISTS 'deal_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO deal_fts_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','entry_fts','entry_fts',0,'CREATE VIRTUAL TABLE entry_fts USING fts5 (text, content = ''entry'', content_rowid = ''id'',
  tokenize = "unicode61 remove_diacritics 2", prefix = ''2 3 4'', columnsize = 0)');
CREATE TABLE IF NOT EXISTS 'entry_fts_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO entry_fts_data VALUES(1,X'0101');
INSERT INTO entry_fts_data VALUES(10,X'000000000102020002010101020101');
INSERT INTO entry_fts_data VALUES(137438953473,X'0000004c0730677275c39f6501020201047a776569010203000331677201020201027a7701020300043267727501020201037a7765010203000633677275c39f01020201047a776569010203040b09080709080b');
INSERT INTO entry_fts_data VALUES(274877906945,X'000000520730677275c39f65010101026e6f01020201047a77656901010003316772010101026e6f01020201027a770101000432677275010101037a77650101000633677275c39f010101047a7765690101040a070807070608070a');
CREATE TABLE IF NOT EXISTS 'entry_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO entry_fts_idx VALUES(1,X'',2);
INSERT INTO entry_fts_idx VALUES(2,X'',2);
CREATE TABLE IF NOT EXISTS 'entry_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO entry_fts_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','contact_fts','contact_fts',0,'CREATE VIRTUAL TABLE contact_fts USING fts5 (name, text,
  tokenize = "unicode61 remove_diacritics 2", columnsize = 0)');
CREATE TABLE IF NOT EXISTS 'contact_fts_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO contact_fts_data VALUES(1,X'020217');
INSERT INTO contact_fts_data VALUES(10,X'00000000010c0c000c0101010201010301010401010501010601010701010801010901010a01010b01010c0101');
INSERT INTO contact_fts_data VALUES(137438953473,X'0000004d0730677275c39f65c08080808080020601010201047a776569c0808080808002060101030109e697a5e69cace8aa9ec0808080808002060101040104f09fa7afc0808080808002020204131116');
INSERT INTO contact_fts_data VALUES(274877906945,X'000000ad02306181808080808080010601010301016281808080808080010a050101040801016381808080808080010601010501026974818080808080800108020101070101738180808080808001080301010802046d69746881808080808080010601010b02036f6e7381808080808080010601010c0106757267656e74818080808080800108040101090101788180808080808001060101060104f09fa7af818080808080800106010102040f110f11101211150f');
INSERT INTO contact_fts_data VALUES(412316860417,X'0000008a0230618180808080808001010101628180808080808001010101638180808080808001010102697481808080808080010101017381808080808080010102046d69746881808080808080010102036f6e738180808080808001010106757267656e748180808080808001010101788180808080808001010104f09fa7af818080808080800101040c0c0c0d0c0f0e110c');
INSERT INTO contact_fts_data VALUES(549755813889,X'0000009c02306281808080808080010801010506010269748180808080808001080101020601026e6f81808080808080010601010b0101738180808080808001080101030602046d69746881808080808080010601010c02036f6e7381808080808080010601010d0106757267656e748180808080808001080101040601017881808080808080010601010a0104f09fa7af8180808080808001020204101110101211150f');
INSERT INTO contact_fts_data VALUES(687194767361,X'000000430730677275c39f65c08080808080020101047a776569c0808080808002010109e697a5e69cace8aa9ec0808080808002010104f09fa7afc08080808080020104100e13');
INSERT INTO contact_fts_data VALUES(824633720833,X'0000007f0230628180808080808001010102697481808080808080010101026e6f81808080808080010101017381808080808080010102046d69746881808080808080010102036f6e738180808080808001010106757267656e748180808080808001010101788180808080808001010104f09fa7af818080808080800101040c0d0d0c0f0e110c');
INSERT INTO contact_fts_data VALUES(962072674305,X'000000ac02306181808080808080010601010d01016281808080808080010a010105060701016381808080808080010601010f010269748180808080808001080101020601026e6f81808080808080010601010c0101738180808080808001080101030602046d69746881808080808080010601010a02036f6e7381808080808080010601010b0106757267656e74818080808080800108010104060104f09fa7af81808080808080010202040f110f111010121115');
INSERT INTO contact_fts_data VALUES(1099511627777,X'0000003e023061c080808080800106010102010162c08080808080010601010302056f696c6572c08080808080010202010163c080808080800106010104040e0e10');
INSERT INTO contact_fts_data VALUES(1236950581249,X'00000034023061c080808080800101010162c08080808080010102056f696c6572c080808080800101010163c080808080800101040b0b0f');
INSERT INTO contact_fts_data VALUES(1374389534721,X'0000004d023061c080808080800106010103010162c08080808080010601010402056f696c6572c08080808080010202010163c08080808080010601010501026e6fc080808080800106010102040e0e100e');
INSERT INTO contact_fts_data VALUES(1511828488193,X'00000040023061c080808080800101010162c08080808080010102056f696c6572c080808080800101010163c08080808080010101026e6fc080808080800101040b0b0f0b');
INSERT INTO contact_fts_data VALUES(1649267441665,X'000000920230628180808080808004060101090102697481808080808080040601010601026e6f8180808080808004080101050701017381808080808080040601010702046d69746881808080808080040601010302036f6e738180808080808004060101040106757267656e748180808080808004060101080109e697a5e69cace8aa9e81808080808080040802010102040f10110f121114');
CREATE TABLE IF NOT EXISTS 'contact_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO contact_fts_idx VALUES(1,X'',2);
INSERT INTO contact_fts_idx VALUES(2,X'',2);
INSERT INTO contact_fts_idx VALUES(3,X'',2);
INSERT INTO contact_fts_idx VALUES(4,X'',2);
INSERT INTO contact_fts_idx VALUES(5,X'',2);
INSERT INTO contact_fts_idx VALUES(6,X'',2);
INSERT INTO contact_fts_idx VALUES(7,X'',2);
INSERT INTO contact_fts_idx VALUES(8,X'',2);
INSERT INTO contact_fts_idx VALUES(9,X'',2);
INSERT INTO contact_fts_idx VALUES(10,X'',2);
INSERT INTO contact_fts_idx VALUES(11,X'',2);
INSERT INTO contact_fts_idx VALUES(12,X'',2);
CREATE TABLE IF NOT EXISTS 'contact_fts_content'(id INTEGER PRIMARY KEY, c0, c1);
INSERT INTO contact_fts_content VALUES(562949953421313,'🧯',replace('It’s “urgent” & <b>\nIt’s “urgent” & <b>\nSmith & Sons\nno\na''b"c;--','\n',char(10)));
INSERT INTO contact_fts_content VALUES(562949953421316,'日本語',replace('日本語\nSmith & Sons\nno\nIt’s “urgent” & <b>\nno','\n',char(10)));
CREATE TABLE IF NOT EXISTS 'contact_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO contact_fts_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','note_fts','note_fts',0,'CREATE VIRTUAL TABLE note_fts USING fts5 (text,
  tokenize = "unicode61 remove_diacritics 2", columnsize = 0)');
CREATE TABLE IF NOT EXISTS 'note_fts_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO note_fts_data VALUES(1,X'0411');
INSERT INTO note_fts_data VALUES(10,X'000000000104040004010101020101030101040101');
INSERT INTO note_fts_data VALUES(137438953473,X'000000140530f09fa7af8480808080808002020204');
INSERT INTO note_fts_data VALUES(274877906945,X'000000640730626f696c657282c080808080800102070106677275c39f6582c0808080808001020201026e6f82c0808080808001020501017882c0808080808001020601047a77656982c080808080800102030104f09fa7af82c08080808080010404060412120e0d10');
INSERT INTO note_fts_data VALUES(412316860417,X'0000004202306283c08080808080010405060102697483c080808080800104020601017383c08080808080010403060106757267656e7483c0808080808001040406040e0f0e');
INSERT INTO note_fts_data VALUES(549755813889,X'000000190a30e697a5e69cace8aa9e8280808080808001020204');
CREATE TABLE IF NOT EXISTS 'note_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO note_fts_idx VALUES(1,X'',2);
INSERT INTO note_fts_idx VALUES(2,X'',2);
INSERT INTO note_fts_idx VALUES(3,X'',2);
INSERT INTO note_fts_idx VALUES(4,X'',2);
CREATE TABLE IF NOT EXISTS 'note_fts_content'(id INTEGER PRIMARY KEY, c0);
INSERT INTO note_fts_content VALUES(1125899906842625,'日本語');
INSERT INTO note_fts_content VALUES(1407374883553281,replace('Grüße\nzwei\n🧯\nno\nx\nBoiler\n🧯','\n',char(10)));
INSERT INTO note_fts_content VALUES(1970324836974593,replace('It’s “urgent” & <b>\nIt’s “urgent” & <b>','\n',char(10)));
INSERT INTO note_fts_content VALUES(2251799813685250,'🧯');
CREATE TABLE IF NOT EXISTS 'note_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO note_fts_config VALUES('version',4);
CREATE INDEX stage_pipeline ON stage (pipeline_id, rank);
CREATE INDEX company_name ON company (name_key);
CREATE INDEX company_domain ON company (domain) WHERE domain <> '';
CREATE INDEX company_trashed ON company (trashed_at, id) WHERE trashed_at IS NOT NULL;
CREATE INDEX person_name ON person (name_key);
CREATE INDEX person_of_company ON person (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX person_trashed ON person (trashed_at, id) WHERE trashed_at IS NOT NULL;
CREATE INDEX person_company_company ON person_company (company_id);
CREATE INDEX person_address_person ON person_address (person_id, kind, rank);
CREATE INDEX person_address_value ON person_address (value_key);
CREATE INDEX vcard_property_person ON vcard_property (person_id, rank) WHERE person_id IS NOT NULL;
CREATE INDEX vcard_property_company ON vcard_property (company_id, rank)
  WHERE company_id IS NOT NULL;
CREATE INDEX deal_stage ON deal (stage_id, rank);
CREATE INDEX deal_company ON deal (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX deal_created ON deal (created_at);
CREATE INDEX deal_trashed ON deal (trashed_at, id) WHERE trashed_at IS NOT NULL;
CREATE INDEX member_deal ON member (deal_id, rank);
CREATE INDEX member_person ON member (person_id);
CREATE INDEX entry_deal ON entry (deal_id, happened_at, id, trashed_at);
CREATE INDEX entry_changed ON entry (written_at) WHERE kind IN ('stage', 'field');
CREATE INDEX entry_history ON entry (deal_id, happened_at, id) WHERE kind IN ('stage', 'field');
CREATE INDEX entry_away ON entry (deal_id) WHERE away_until_on IS NOT NULL;
CREATE INDEX entry_person ON entry (person_id, happened_at) WHERE person_id IS NOT NULL;
CREATE INDEX entry_trashed ON entry (trashed_at, id) WHERE trashed_at IS NOT NULL;
CREATE INDEX entry_words_entry ON entry_words (entry_id);
CREATE INDEX entry_words_person ON entry_words (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX attachment_entry ON attachment (entry_id);
CREATE INDEX planned_touch_deal ON planned_touch (deal_id, state, due_on);
CREATE INDEX planned_touch_due ON planned_touch (due_on) WHERE state = 'open';
CREATE INDEX planned_touch_meeting ON planned_touch (due_on) WHERE state = 'open' AND kind = 'meeting';
CREATE INDEX planned_touch_person ON planned_touch (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX planned_touch_entry ON planned_touch (entry_id) WHERE entry_id IS NOT NULL;
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
CREATE INDEX hole_deal ON hole (deal_id, state, rank);
CREATE INDEX hole_open ON hole (left_at) WHERE state = 'open';
CREATE INDEX hole_person ON hole (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX hole_entry ON hole (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX quiet_again ON quiet (again_of_id) WHERE again_of_id IS NOT NULL;
CREATE INDEX quiet_deal ON quiet (deal_id) WHERE deal_id IS NOT NULL;
CREATE INDEX quiet_person ON quiet (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX quiet_company ON quiet (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX quiet_until ON quiet (until_on) WHERE state = 'in-force';
CREATE INDEX quiet_touch_of ON quiet_touch (quiet_id, reason);
CREATE INDEX quiet_touch_entry ON quiet_touch (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX quiet_touch_touch ON quiet_touch (touch_id) WHERE touch_id IS NOT NULL;
CREATE INDEX qualification_deal ON qualification (deal_id, question, answered_at);
CREATE INDEX qualification_entry ON qualification (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX roadblock_deal ON roadblock (deal_id, outcome);
CREATE INDEX roadblock_open ON roadblock (symptom_on) WHERE outcome = 'open';
CREATE INDEX roadblock_settled ON roadblock (outcome_on) WHERE outcome_on IS NOT NULL;
CREATE INDEX roadblock_person ON roadblock (symptom_by_id) WHERE symptom_by_id IS NOT NULL;
CREATE INDEX roadblock_chain ON roadblock (in_front_of_id) WHERE in_front_of_id IS NOT NULL;
CREATE INDEX roadblock_answer_of ON roadblock_answer (roadblock_id, rank);
CREATE INDEX roadblock_answer_person ON roadblock_answer (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX roadblock_help_of ON roadblock_help (roadblock_id);
CREATE INDEX script_deal ON script (deal_id, state);
CREATE INDEX script_hole ON script (hole_id) WHERE hole_id IS NOT NULL;
CREATE INDEX script_person ON script (person_id, called_at) WHERE person_id IS NOT NULL;
CREATE INDEX script_commitment ON script (commitment_id) WHERE commitment_id IS NOT NULL;
CREATE INDEX script_roadblock ON script (roadblock_id) WHERE roadblock_id IS NOT NULL;
CREATE INDEX script_entry ON script (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX call_review_entry ON call_review (entry_id);
CREATE INDEX call_review_item_of ON call_review_item (review_id, rank);
CREATE INDEX hard_question_deal ON hard_question (deal_id, outcome);
CREATE INDEX hard_question_due ON hard_question (answer_by_on) WHERE outcome = 'none';
CREATE INDEX hard_question_commitment ON hard_question (commitment_id) WHERE commitment_id IS NOT NULL;
CREATE INDEX hard_question_person ON hard_question (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX hard_question_script ON hard_question (script_id) WHERE script_id IS NOT NULL;
CREATE INDEX hard_question_entry ON hard_question (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX decision_deal ON decision (deal_id, created_at);
CREATE INDEX decision_question ON decision (question_id) WHERE question_id IS NOT NULL;
CREATE INDEX own_it_commitment ON own_it (commitment_id);
CREATE INDEX own_it_script ON own_it (script_id) WHERE script_id IS NOT NULL;
CREATE INDEX own_it_entry ON own_it (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX way_out_of ON way_out (own_it_id, rank);
CREATE INDEX script_beat_own ON script_beat (own_beat_id) WHERE own_beat_id IS NOT NULL;
CREATE INDEX own_beat_of ON own_beat (kind, beat);
CREATE INDEX ignored_remark_script ON ignored_remark (script_id) WHERE script_id IS NOT NULL;
CREATE INDEX source_identity_object ON source_identity (kind, object_id);
CREATE INDEX undo_step_undone ON undo_step (seq) WHERE undone = 1;
CREATE INDEX deal_card_needs ON deal_card
  (stage_id, needs, deal_id, state, flags, value_minor, next_days, since_at);
CREATE INDEX deal_card_recheck ON deal_card (recheck_on) WHERE recheck_on IS NOT NULL;
CREATE INDEX deal_card_silent ON deal_card (state_on) WHERE state IN ('fading', 'dark');
PRAGMA writable_schema=OFF;
COMMIT;
