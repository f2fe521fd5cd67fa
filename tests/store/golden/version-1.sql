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
INSERT INTO pipeline VALUES(1,'6fe34a93-e4982bfd-91be6315','Boiler',5944,1709582049341000);
INSERT INTO pipeline VALUES(2,'c7b051eb-dbf359f6-a331d566','x',99654,1729292460416000);
INSERT INTO pipeline VALUES(3,'9b20475c-e7da7a59-a235d817','',1667,1710010917989000);
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
INSERT INTO stage VALUES(1,'98f97189-b29e5b32-9be9c1c8',1,'🧯',70609,96,242,2253,'a''b"c;--','Boiler');
INSERT INTO stage VALUES(2,'d32ab5e6-909b4d13-b1c6bba5',1,'It’s “urgent” & <b>',1511,31,168,506,'','It’s “urgent” & <b>');
INSERT INTO stage VALUES(3,'be18d1e2-f2184b0a-0a90d6b8',1,replace('Grüße\nzwei','\n',char(10)),12979,92,283,1250,'Smith & Sons','🧯');
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
INSERT INTO company VALUES(1,'d1c089e6-9e488c11-d058d90c','It’s “urgent” & <b>','','no','It’s “urgent” & <b>','It’s “urgent” & <b>','x',replace('Grüße\nzwei','\n',char(10)),1707121751606000,NULL);
INSERT INTO company VALUES(2,'d3d4310c-98cf318c-fd4a76d8','a''b"c;--','a''b"c;--','a''b"c;--','a''b"c;--','It’s “urgent” & <b>','x','It’s “urgent” & <b>',1734945848729000,1700000000000000);
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
INSERT INTO person VALUES(1,'4d65aacb-20ccc389-00077eff','x','a''b"c;--','no',NULL,'',1723693648382000,NULL);
INSERT INTO person VALUES(2,'7c18844b-6f7149d2-f29e792b','Boiler','Boiler','🧯',NULL,'x',1710314129834000,1700000000000000);
INSERT INTO person VALUES(3,'d4c47268-b801b587-0cd09c8d','no',replace('Grüße\nzwei','\n',char(10)),'',NULL,'🧯',1732056531749000,NULL);
INSERT INTO person VALUES(4,'e88b48f2-2e8d14ae-3e9abfb1','It’s “urgent” & <b>','no',replace('Grüße\nzwei','\n',char(10)),NULL,'日本語',1701094157018000,NULL);
INSERT INTO person VALUES(5,'4f46ae7a-94f71016-c19e71b5','x','🧯','',NULL,'a''b"c;--',1729123405640000,NULL);
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
INSERT INTO person_address VALUES(1,1,'mail','日本語','x','Smith & Sons',43732);
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
INSERT INTO deal VALUES(1,'70f9a42c-d1c8f81b-bd0a6c50','日本語',NULL,2,43623,188218,'EUR',NULL,'won','日本語','yes',NULL,'2024-03-26','a''b"c;--',0,'x','Boiler','Boiler','no',NULL,137804,1718055757052000,1728168102818000,NULL);
INSERT INTO deal VALUES(2,'3c7cdd38-84ae2d40-fdd36ee1','Smith & Sons',1,3,97855,849229,'EUR','2024-04-19','chose-another','','yes',NULL,'2024-05-27','no',0,'',replace('Grüße\nzwei','\n',char(10)),replace('Grüße\nzwei','\n',char(10)),'no',5,656595,1738043185499000,1717875449711000,NULL);
INSERT INTO deal VALUES(3,'373c786a-d0dbfbbe-5984a7d4','日本語',2,2,64347,NULL,'JPY','2024-04-01','walked-away',replace('Grüße\nzwei','\n',char(10)),'unknown',NULL,NULL,'',1,'Smith & Sons','日本語','🧯','Boiler',NULL,NULL,1734718635251000,1718094160313000,NULL);
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
INSERT INTO member VALUES(1,1,1,'opponent','unknown','against',replace('Grüße\nzwei','\n',char(10)),77298);
INSERT INTO member VALUES(2,1,1,'unknown','no','neutral','日本語',72872);
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
  trashed_at      INTEGER
) STRICT;
INSERT INTO entry VALUES(1,'88a32503-16208e82-43689cf1',1,NULL,'call','out',0,1736990594738000,309558,1710971301248000,109,416077,'EUR',1,'2024-05-15',1,'🧯',NULL);
INSERT INTO entry VALUES(2,'f39bfda3-0588a478-0940f970',1,3,'note','both',1,1717629251237000,947709,1719877580774000,420,485449,'JPY',1,NULL,0,'Boiler',NULL);
CREATE TABLE entry_words (                         -- what the customer said, verbatim
  id        INTEGER PRIMARY KEY,
  entry_id  INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  words     TEXT NOT NULL
) STRICT;
INSERT INTO entry_words VALUES(1,1,2,'Smith & Sons');
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
INSERT INTO planned_touch VALUES(1,'cb30c6da-34ab1d03-5f78d3fd',1,4,'meeting','2023-12-18',NULL,'','🧯',1,'done',2,394,855814,'EUR',1700487668231000);
INSERT INTO planned_touch VALUES(2,'8786bd94-d0c4cc91-edbf939e',2,NULL,'mail','2024-05-28',735,'日本語','',0,'done',NULL,209,103428,'EUR',1727839660949000);
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
INSERT INTO commitment VALUES(1,'6b5bfa2a-1271f16e-1634d159',1,'us',5,NULL,'Boiler','2024-05-04','2024-08-26','sure','renegotiated','2024-08-17',3,NULL,1731948552125000);
INSERT INTO commitment VALUES(2,'9f19e594-d0dab989-f3c87cda',1,'us',3,2,'It’s “urgent” & <b>','2024-04-19','2024-03-31','think','at-risk','2024-04-16',NULL,NULL,1704510762038000);
INSERT INTO commitment VALUES(3,'9b5a7b11-f6a5aa5a-015a4a8c',1,'us',1,NULL,'It’s “urgent” & <b>','2024-02-27','2024-07-30','sure','released','2023-12-12',NULL,1,1723286146697000);
INSERT INTO commitment VALUES(4,'5f3f8c17-59f9cb50-d2cc62b3',1,'them',NULL,3,'It’s “urgent” & <b>','2023-12-28','2024-04-14','sure','at-risk','2024-05-06',2,NULL,1728350422460000);
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
INSERT INTO hole VALUES(1,'053e69f8-ac29a198-a1e0a45b',1,NULL,'commitment','no','🧯','no','drill',3,'filled',NULL,'🧯','It’s “urgent” & <b>','It’s “urgent” & <b>',255924,27367,1717586885465000,NULL,1700000000000000,1731734118197000);
INSERT INTO hole VALUES(2,'074f6656-4b202ed5-e7cebcc3',1,NULL,'commitment','no','','Smith & Sons','drill',4,'asked',1,'Smith & Sons','no','no',80120,24719,1737449719703000,NULL,NULL,1720396226114000);
INSERT INTO hole VALUES(3,'82669f76-5f12dbd8-67e6e299',3,5,'information',replace('Grüße\nzwei','\n',char(10)),'','x','drill',2,'given-up',2,'','🧯','no',672343,97217,1734241235606000,NULL,NULL,1732514835851000);
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
INSERT INTO quiet VALUES(1,'87e62888-60a4f3da-de838885','person',1,2,NULL,'x','2024-06-18','2024-08-29','Boiler',382528,'It’s “urgent” & <b>','','asked-again',984702,1,0,0,NULL,1712901937535000);
INSERT INTO quiet VALUES(2,'9fe49cf5-37b75ccb-fa6203a5','company',1,1,NULL,'It’s “urgent” & <b>','2024-05-11',NULL,'It’s “urgent” & <b>',179752,'Boiler','no','in-force',209271,0,0,1,NULL,1701359419013000);
INSERT INTO quiet VALUES(3,'057cd846-6575e084-9c24e7de','person',1,NULL,NULL,'','2024-09-25',NULL,'x',818395,'no','a''b"c;--','lifted',997461,1,0,1,2,1710230305067000);
INSERT INTO quiet VALUES(4,'65d9d839-158b4f35-faaa58cf','company',2,NULL,2,'🧯','2024-01-07','2024-01-11','日本語',910539,'no','It’s “urgent” & <b>','asked-again',737912,0,1,0,1,1725349368446000);
CREATE TABLE quiet_touch (
  id         INTEGER PRIMARY KEY,
  quiet_id   INTEGER NOT NULL REFERENCES quiet (id) ON DELETE CASCADE,
  entry_id   INTEGER REFERENCES entry (id) ON DELETE CASCADE,
  touch_id   INTEGER REFERENCES planned_touch (id) ON DELETE CASCADE,
  reason     TEXT NOT NULL CHECK (reason = 'they-contacted' OR reason = 'duty' OR reason = 'anyway'),
  why        TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO quiet_touch VALUES(1,2,1,NULL,'duty','日本語',1711737010493000);
CREATE TABLE qualification (                       -- the four questions, one row per answer given
  id          INTEGER PRIMARY KEY,
  deal_id     INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  question    INTEGER NOT NULL CHECK (question BETWEEN 1 AND 4),
  answer      TEXT NOT NULL CHECK (answer = 'yes' OR answer = 'no' OR answer = 'unknown'),
  evidence    TEXT NOT NULL DEFAULT '',
  entry_id    INTEGER REFERENCES entry (id) ON DELETE SET NULL,
  answered_at INTEGER NOT NULL
) STRICT;
INSERT INTO qualification VALUES(1,1,4,'unknown','Smith & Sons',NULL,1730101533038000);
INSERT INTO qualification VALUES(2,1,4,'no','Smith & Sons',NULL,1718223596558000);
INSERT INTO qualification VALUES(3,2,1,'yes','日本語',NULL,1736605048760000);
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
INSERT INTO script VALUES(2,'3303e246-a0797792-c3d53a03',1,'日本語',4,NULL,NULL,NULL,'draft','promised',885258,1,1728384170498000,NULL);
INSERT INTO script VALUES(3,'edec01f1-ce5887da-1af4e873',1,'no',NULL,NULL,NULL,NULL,'called','got-it',917966,NULL,1717974290249000,1700000000000000);
CREATE TABLE call_review (
  id              INTEGER PRIMARY KEY,
  uuid            TEXT NOT NULL UNIQUE,
  entry_id        INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  next_commitment TEXT NOT NULL DEFAULT 'unknown'
                  CHECK (next_commitment = 'yes' OR next_commitment = 'no' OR next_commitment = 'unknown'),
  question        TEXT NOT NULL DEFAULT '',
  created_at      INTEGER NOT NULL
) STRICT;
INSERT INTO call_review VALUES(1,'74bfc0d0-2924bbb2-f52db5d6',1,'unknown','x',1733621286392000);
INSERT INTO call_review VALUES(2,'07333dc0-47054bbf-3f00dbec',1,'no','a''b"c;--',1728876835718000);
INSERT INTO call_review VALUES(3,'a39e9efd-04b7e787-951549d7',2,'unknown','🧯',1711901773295000);
CREATE TABLE call_review_item (
  id        INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES call_review (id) ON DELETE CASCADE,
  text      TEXT NOT NULL,
  got       INTEGER NOT NULL CHECK (got IN (0, 1)),
  rank      INTEGER NOT NULL
) STRICT;
INSERT INTO call_review_item VALUES(1,1,'It’s “urgent” & <b>',1,24335);
INSERT INTO call_review_item VALUES(2,1,'It’s “urgent” & <b>',1,89813);
INSERT INTO call_review_item VALUES(3,2,replace('Grüße\nzwei','\n',char(10)),1,53961);
INSERT INTO call_review_item VALUES(4,2,'no',0,75064);
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
INSERT INTO hard_question VALUES(1,'0aaca14f-1072fd6d-d23c126a',1,4,4,NULL,'challenge',replace('Grüße\nzwei','\n',char(10)),'message','2024-01-23','2024-06-27',NULL,'no','x','2024-03-28',1702558317455000);
INSERT INTO hard_question VALUES(2,'d4f8249c-bfb19c7b-71696d71',1,1,1,NULL,'challenge','no','message',NULL,NULL,NULL,'silence','日本語',NULL,1723677015086000);
INSERT INTO hard_question VALUES(3,'a7127b26-dd2055b9-06fdda88',1,2,3,NULL,'unsure',replace('Grüße\nzwei','\n',char(10)),'letter','2024-07-25',NULL,2,'new-promise','Boiler','2024-04-14',1726245605573000);
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
INSERT INTO decision VALUES(1,'e05313ab-adb26e72-69c78956',1,1,'rep','walk-away','',633433,651742,'EUR',1725667656551000);
INSERT INTO decision VALUES(2,'d7468403-fec6d218-af39040b',1,NULL,'second-broken','quiet',replace('Grüße\nzwei','\n',char(10)),387028,279676,'JPY',1728365080400000);
INSERT INTO decision VALUES(3,'dcf06b2c-24a703da-d32364fa',1,NULL,'hard-question','continue','no',848086,330753,'JPY',1701831698324000);
INSERT INTO decision VALUES(4,'eb57cec1-03bb2850-c2ccc385',1,NULL,'rep','continue','x',612398,956243,'EUR',1702297823606000);
INSERT INTO decision VALUES(5,'f50e7ed5-13c93fbd-6b8e325f',1,NULL,'rep','quiet','Smith & Sons',957433,273902,'EUR',1735781524460000);
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
INSERT INTO own_it VALUES(1,'fb9d6766-4ac9d942-10d8d19a',2,NULL,replace('Grüße\nzwei','\n',char(10)),'🧯',replace('Grüße\nzwei','\n',char(10)),0,'released',NULL,'a''b"c;--','x',1705789274327000);
INSERT INTO own_it VALUES(2,'ab6ce963-2f7fa8f5-fb094b04',2,NULL,'a''b"c;--','日本語','🧯',0,'none',NULL,replace('Grüße\nzwei','\n',char(10)),'Smith & Sons',1723868565920000);
INSERT INTO own_it VALUES(3,'ed20e14c-b995450d-31b18fb7',1,3,'🧯','日本語','a''b"c;--',0,'left',2,'no','Smith & Sons',1733133045149000);
INSERT INTO own_it VALUES(4,'e609b6ca-885551b3-d196ef48',4,3,replace('Grüße\nzwei','\n',char(10)),'🧯','x',1,'none',1,'a''b"c;--','Boiler',1708993642940000);
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
INSERT INTO way_out VALUES(1,2,'',NULL,809861,'JPY',0,19475);
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
INSERT INTO own_beat VALUES(1,'378a1c77-37c7a74e-673bce1a','Boiler','🧯',replace('Grüße\nzwei','\n',char(10)),'日本語',1723154397155000);
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
INSERT INTO own_rule VALUES(1,'2f97e0ff-194c8b76-4761fd3d','It’s “urgent” & <b>','about-us','日本語','x',replace('Grüße\nzwei','\n',char(10)),1714189381613000);
INSERT INTO own_rule VALUES(2,'3abd2262-747b2316-0cd0b337',replace('Grüße\nzwei','\n',char(10)),'too-long','no','x','a''b"c;--',1735479194588000);
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
INSERT INTO ignored_remark VALUES(1,'5c49c860-a0bacf83-bea0c23b',2,'ask','🧯',1715812581446000);
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
  key        TEXT PRIMARY KEY NOT NULL,            -- 'composer:7', 'script:3:ask' …
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
INSERT INTO undo_step VALUES(2,'edit-deal','Change',NULL,0,1715767200000000,X'5409010000000000000000706572736f6e001200010000000000000002031a37633138383434622d36663731343964322d66323965373932620306426f696c65720306426f696c65720304f09fa7af0503017801000613858a29c0100100060a24181e4000');
INSERT INTO undo_step VALUES(3,'edit-deal','Change',NULL,0,1715767200000000,X'54050100000000706970656c696e65001200010000000000000001031a36666533346139332d65343938326266642d39316265363331350306426f696c657201000000000000173801000612db16c3ee48540601000000000069676e6f7265645f72656d61726b001200010000000000000001031a32353336666135642d30376135663761632d6231646666363934050311756e747275652d66697273742d74696d65030c536d697468202620536f6e7301000621ea636a6970');
INSERT INTO undo_step VALUES(4,'edit-deal','Change',NULL,0,1715767200000000,X'540a010000000000000000007374616765001200010000000000000001031a39386639373138392d62323965356233322d3962653963316338010000000000000001030c4772c3bcc39f650a7a77656901000000000000f28b010000000000000053010000000000000152010000000000000b410309e697a5e69cace8aa9e0309e697a5e69cace8aa9e');
INSERT INTO undo_step VALUES(5,'edit-deal','Change',NULL,0,1715767200000000,X'5419010000000000000000000000000000000000000000000000006465616c001200010000000000000001031a37306639613432632d64316338663831622d62643061366335300306426f696c65720501000000000000000101000000000000721601000000000007cad20303455552030a323032342d30332d3135030977656e742d6461726b03026e6f0307756e6b6e6f776e0100060a24181e40000503194974e280997320e2809c757267656e74e2809d2026203c623e01000000000000000003194974e280997320e2809c757267656e74e2809d2026203c623e03026e6f030178030c536d697468202620536f6e730100000000000002c1010000000000060a69010006115518186ff801000622beafccbca805540801000000000000006d656d62657200120001000000000000000101000000000000000101000000000000000103086f70706f6e656e740307756e6b6e6f776e0307616761696e7374030c4772c3bcc39f650a7a776569010000000000012df2540801000000000000006f776e5f72756c65001200010000000000000001031a65623261313539302d35643164646337362d3334656238626536030861276222633b2d2d030568656467650306426f696c6572030861276222633b2d2d030c4772c3bcc39f650a7a77656901000610bd95d2bb58');
INSERT INTO undo_step VALUES(6,'edit-deal','Change',NULL,0,1715767200000000,X'541001000000000000000000000000000000686172645f7175657374696f6e001200010000000000000001031a30616163613134662d31303732666436642d6432336331323661010000000000000001050100000000000000020503096368616c6c656e6765030c4772c3bcc39f650a7a77656903076d65737361676505030a323032342d30362d32370503026e6f030178030a323032342d30332d32380100062cf41cd6da88540b01000000000000000000006465636973696f6e001200010000000000000001031a65303533313361622d61646232366537322d363963373839353601000000000000000105030973746f702d6c6f73730308636f6e74696e75650306426f696c65720100000000000b657f01000000000008ab5503034555520100060e87830537b85407010000000000006f776e5f62656174001200010000000000000001031a33373861316337372d33376337613734652d3637336263653161030c4772c3bcc39f650a7a77656903026e6f0304f09fa7af0304f09fa7af0100061f3325bc4eb8');
INSERT INTO undo_step VALUES(7,'edit-deal','Change',NULL,0,1715767200000000,X'540f010000000000000000000000000000636f6d6d69746d656e74001200010000000000000001031a36623562666132612d31323731663136652d31363334643135390100000000000000010302757301000000000000000105030861276222633b2d2d030a323032342d30342d3330030a323032342d30312d3038030473757265030c72656e65676f746961746564050505010006135f5922e198');
INSERT INTO undo_step VALUES(8,'edit-deal','Change',NULL,0,1715767200000000,X'541401000000000000000000000000000000000000007175696574001200010000000000000001031a38376536323838382d36306134663364612d64653833383838350307636f6d70616e7901000000000000000101000000000000000205030178030a323032342d30352d323005030c536d697468202620536f6e730100000000000c974f03194974e280997320e2809c757267656e74e2809d2026203c623e0300030b61736b65642d616761696e01000000000000c4380100000000000000010100000000000000010100000000000000000501000615e00f859818540d010000000000000000000000006f776e5f6974001200010000000000000001031a66623964363736362d34616339643934322d3130643864313961010000000000000001050304f09fa7af030c536d697468202620536f6e730304f09fa7af010000000000000000030b6e6f742d7265616368656405030c4772c3bcc39f650a7a7765690309e697a5e69cace8aa9e01000615d5d6b15860');
INSERT INTO undo_step VALUES(9,'edit-deal','Change',NULL,0,1715767200000000,X'540a010000000000000000007374616765001200010000000000000002031a64333261623565362d39303962346431332d623163366262613501000000000000000103194974e280997320e2809c757267656e74e2809d2026203c623e0100000000000005e701000000000000001f0100000000000000a80100000000000001fa030003194974e280997320e2809c757267656e74e2809d2026203c623e541401000000000000000000000000000000000000007175696574001700010000000000000001000307636f6d70616e7900000000030a323032342d30352d323005030c536d697468202620536f6e730100000000000c974f00000001000000000000c4380001000000000000000100000000000306706572736f6e00000000030a323032342d30362d3138030a323032342d30382d32390306426f696c657201000000000005d6400000000100000000000f067e00010000000000000000000000540d010000000000000000000000006f776e5f6974001200010000000000000002031a61623663653936332d32663766613866352d666230393462303401000000000000000105030861276222633b2d2d030003017801000000000000000003046e6f6e650503194974e280997320e2809c757267656e74e2809d2026203c623e0300010006197417e4e328');
INSERT INTO undo_step VALUES(10,'edit-deal','Change',NULL,0,1715767200000000,X'5407010000000000007175616c696669636174696f6e0012000100000000000000010100000000000000010100000000000000040307756e6b6e6f776e030c536d697468202620536f6e73050100062584a74d55b0541001000000000000000000000000000000686172645f7175657374696f6e001200010000000000000002031a64346638323439632d62666231396337622d37313639366437310100000000000000010100000000000000010100000000000000010503096368616c6c656e676503026e6f03076d657373616765050505030773696c656e63650309e697a5e69cace8aa9e050100061facd43113b0');
INSERT INTO undo_step VALUES(11,'edit-deal','Change',NULL,0,1715767200000000,X'5415010000000000000000000000000000000000000000686f6c65001200010000000000000001031a30353365363966382d61633239613139382d613165306134356201000000000000000105030a636f6d6d69746d656e7403026e6f0306426f696c6572030c536d697468202620536f6e7303056472696c6c010000000000000004030561736b6564050306426f696c65720306426f696c6572030c4772c3bcc39f650a7a7765690100000000000ae3a80100000000000111d801000627f3e7bccfd805050100061d8f8c72de38540d010000000000000000000000006f776e5f6974001200010000000000000003031a65643230653134632d62393935343530642d3331623138666237010000000000000001050304f09fa7af0309e697a5e69cace8aa9e030861276222633b2d2d01000000000000000103046c65667405030861276222633b2d2d03194974e280997320e2809c757267656e74e2809d2026203c623e01000628467b812d48');
INSERT INTO undo_step VALUES(12,'edit-deal','Change',NULL,0,1715767200000000,X'540701000000000000706572736f6e5f6164647265737300120001000000000000000101000000000000000203046d61696c03017803026e6f030001000000000000bc6d5412010000000000000000000000000000000000656e747279001200010000000000000001031a38386133323530332d31363230386538322d343336383963663101000000000000000105030463616c6c03036f75740100000000000000000100062bc8a360a75001000000000004b936010006141e8ca1bc0001000000000000006d01000000000006594d0303455552010000000000000001030a323032342d30352d31350100000000000000010304f09fa7af05541401000000000000000000000000000000000000007175696574001200010000000000000002031a39666534396366352d33376237356363622d666136323033613503046465616c010000000000000001010000000000000002050300030a323032342d30352d313105030c536d697468202620536f6e7301000000000009a61c0309e697a5e69cace8aa9e03026e6f0308696e2d666f726365010000000000033177010000000000000000010000000000000000010000000000000001050100060b609bce3788540601000000000063616c6c5f726576696577001200010000000000000001031a37346266633064302d32393234626262322d66353264623564360100000000000000010307756e6b6e6f776e030c536d697468202620536f6e7301000611fe53e80580');
INSERT INTO undo_step VALUES(13,'edit-deal','Change',NULL,0,1715767200000000,X'5419010000000000000000000000000000000000000000000000006465616c001200010000000000000002031a65376431666230322d34633637326633342d613937333133346203017805010000000000000002010000000000017527050303455552050307736169642d6e6f0309e697a5e69cace8aa9e03026e6f05030a323032342d30312d30330304f09fa7af010000000000000000030c4772c3bcc39f650a7a77656903000306426f696c65720306426f696c6572050100000000000045870100061ca0b05cdd48010006110f942754380554070100000000000071756965745f746f756368001200010000000000000001010000000000000002010000000000000001050304647574790309e697a5e69cace8aa9e01000620b29d450670');
INSERT INTO undo_step VALUES(14,'edit-deal','Change',NULL,0,1715767200000000,X'5414010000000000000000000000000000000000000071756965740017000100000000000000020003046465616c000100000000000000020003000000030c536d697468202620536f6e7301000000000009a61c0309e697a5e69cace8aa9e000000000000000000000307636f6d70616e79000100000000000000010003194974e280997320e2809c757267656e74e2809d2026203c623e000003194974e280997320e2809c757267656e74e2809d2026203c623e01000000000002be280306426f696c657200000000000000005405010000000063616c6c5f7265766965775f6974656d00120001000000000000000101000000000000000103194974e280997320e2809c757267656e74e2809d2026203c623e010000000000000000010000000000001ba5540d010000000000000000000000006f776e5f6974001700010000000000000002000000030861276222633b2d2d00000003046e6f6e650003194974e280997320e2809c757267656e74e2809d2026203c623e0300010006197417e4e32800000000030c536d697468202620536f6e73000000030872656c6561736564000306426f696c657203194974e280997320e2809c757267656e74e2809d2026203c623e01000626cf864972305407010000000000006f776e5f6265617400170001000000000000000100030c4772c3bcc39f650a7a7765690000000000000304f09fa7af00000000');
INSERT INTO undo_step VALUES(15,'edit-deal','Change',NULL,0,1715767200000000,X'540e0100000000000000000000000000736372697074001200010000000000000001031a35633864633839632d31633639393938302d3064656162663737010000000000000002030c4772c3bcc39f650a7a77656901000000000000000201000000000000000101000000000000000105030663616c6c65640306676f742d69740100000000000240690100000000000000010100062cc018f442e00100060a24181e4000');
INSERT INTO undo_step VALUES(16,'edit-deal','Change',NULL,0,1715767200000000,X'54070100000000000071756965745f746f75636800120001000000000000000201000000000000000201000000000000000105030e746865792d636f6e746163746564030c4772c3bcc39f650a7a776569010006168494503ec8540801000000000000006f776e5f72756c6500170001000000000000000100030861276222633b2d2d000306426f696c6572000001000610bd95d2bb5800000309e697a5e69cace8aa9e00030c4772c3bcc39f650a7a77656900000100062894808c7f10');
INSERT INTO undo_step VALUES(17,'edit-deal','Change',NULL,0,1715767200000000,X'540a010000000000000000007374616765001200010000000000000003031a62653138643165322d66323138346230612d3061393064366238010000000000000001030c4772c3bcc39f650a7a7765690100000000000032b301000000000000005c01000000000000011b0100000000000004e2030c536d697468202620536f6e730304f09fa7af5409010000000000000000706572736f6e001200010000000000000003031a64346334373236382d62383031623538372d306364303963386403026e6f030c4772c3bcc39f650a7a7765690300050304f09fa7af010006274bd64e4888055419010000000000000000000000000000000000000000000000006465616c001700010000000000000001000000010000000000000001000000030a323032342d30332d313500000307756e6b6e6f776e000003194974e280997320e2809c757267656e74e2809d2026203c623e0003194974e280997320e2809c757267656e74e2809d2026203c623e0000000100000000000002c1010000000000060a690001000622beafccbca80000000000010000000000000002000000030a323032342d30342d3131000003037965730000030861276222633b2d2d00030c4772c3bcc39f650a7a776569000000010000000000000162010000000000021a4c0001000626d87e6f9810005407010000000000007175616c696669636174696f6e0012000100000000000000020100000000000000020100000000000000020307756e6b6e6f776e030178050100061e60852da618');
INSERT INTO undo_step VALUES(18,'edit-deal','Change',NULL,0,1715767200000000,X'5409010000000000000000706572736f6e001200010000000000000004031a65383862343866322d32653864313461652d336539616266623103194974e280997320e2809c757267656e74e2809d2026203c623e03026e6f030c4772c3bcc39f650a7a776569050309e697a5e69cace8aa9e0100060b22d8f56390055405010000000063616c6c5f7265766965775f6974656d0017000100000000000000010000010000000000000000010000000000001ba5000000010000000000000001010000000000005f0f540601000000000069676e6f7265645f72656d61726b001200010000000000000002031a34396532383363312d30353533396436622d39383235383834340100000000000000010311756e747275652d66697273742d74696d650306426f696c657201000620035ea53908');
INSERT INTO undo_step VALUES(19,'edit-deal','Change',NULL,0,1715767200000000,X'54170100000000000000000000000000000000000000000000726f6164626c6f636b001200010000000000000001031a32333563393933342d62373165383431332d33663337353361380100000000000000020300010000000000000003030a323032342d30362d313103066c65747465720307756e61736b65640306426f696c65720307756e6b6e6f776e03056775657373030c536d697468202620536f6e7303194974e280997320e2809c757267656e74e2809d2026203c623e030a323032342d30362d32330300030c536d697468202620536f6e73030379657305030d776f726b65642d61726f756e64030a323032342d30322d30330306426f696c6572050100061f8467247aa0540801000000000000006f776e5f72756c65000900010000000000000001031a65623261313539302d35643164646337362d33346562386265360309e697a5e69cace8aa9e03056865646765030c4772c3bcc39f650a7a776569030861276222633b2d2d030c4772c3bcc39f650a7a7765690100062894808c7f10');
INSERT INTO undo_step VALUES(20,'edit-deal','Change',NULL,0,1715767200000000,X'540a0100000000000000000073746167650017000100000000000000010000030c4772c3bcc39f650a7a77656900010000000000000053010000000000000152010000000000000b410000000000030861276222633b2d2d000100000000000000600100000000000000740100000000000004350000540f010000000000000000000000000000636f6d6d69746d656e74001200010000000000000002031a39663139653539342d64306461623938392d66336338376364610100000000000000010304626f746801000000000000000301000000000000000203194974e280997320e2809c757267656e74e2809d2026203c623e030a323032342d30362d3239030a323032342d30372d323103057468696e6b03046f70656e030a323032342d30342d3136010000000000000001050100060e3e567cb2f0540e0100000000000000000000000000736372697074001200010000000000000002031a33333033653234362d61303739373739322d63336435336130330100000000000000010309e697a5e69cace8aa9e010000000000000004050505030764726f70706564030870726f6d697365640100000000000d820a01000000000000000101000623f4cc8497d00100060a24181e4000540b01000000000000000000006465636973696f6e001200010000000000000002031a34356135323663612d34313361663738332d373937613665313901000000000000000205030973746f702d6c6f737303057175696574030861276222633b2d2d0100000000000b9a86010000000000033952030345555201000628dfdd719f08');
INSERT INTO undo_step VALUES(21,'edit-deal','Change',NULL,0,1715767200000000,X'540801000000000000006d656d626572001200010000000000000002010000000000000001010000000000000001030a676174656b656570657203026e6f03076e65757472616c0309e697a5e69cace8aa9e0100000000000111b65412010000000000000000000000000000000000656e747279001200010000000000000002031a66333962666461332d30353838613437382d3039343066393730010000000000000001010000000000000002030463616c6c0304626f74680100000000000000010100061ea86a6e5e880100000000000c487d01000628a2bc0fc1100100000000000001a4010000000000009aa6030345555201000000000000000005010000000000000000030861276222633b2d2d05');
INSERT INTO undo_step VALUES(22,'edit-deal','Change',NULL,0,1715767200000000,X'54050100000000706970656c696e65001200010000000000000002031a63376230353165622d64626633353966362d613333316435363603000100000000000185460100061263d544bcd054170100000000000000000000000000000000000000000000726f6164626c6f636b001200010000000000000002031a30326231653361372d63643564623435642d6366646330336661010000000000000002030861276222633b2d2d05030a323032342d30332d303503076d656574696e6703026e6f0306426f696c6572030674696d696e670309636f6e6669726d65640304f09fa7af030c536d697468202620536f6e73030a323032342d30332d3039030861276222633b2d2d0304f09fa7af03026e6f030a323032342d30382d3235030772656d6f766564030a323032342d30352d3136030c4772c3bcc39f650a7a7765690501000621f4ca895698');
INSERT INTO undo_step VALUES(23,'edit-deal','Change',NULL,0,1715767200000000,X'540a0100000000000000000073746167650017000100000000000000010000030861276222633b2d2d01000000000000f28b000100000000000000740100000000000004350309e697a5e69cace8aa9e0309e697a5e69cace8aa9e0000000309e697a5e69cace8aa9e010000000000006138000100000000000000f2010000000000000795030861276222633b2d2d0306426f696c6572540f010000000000000000000000000000636f6d6d69746d656e7400170001000000000000000100000000050000030a323032342d30312d303800030c72656e65676f746961746564000000010006135f5922e19800000000000100000000000000040000030a323032342d30322d303500030761742d7269736b00000001000614b3c808c7805407010000000000007175616c696669636174696f6e0012000100000000000000030100000000000000020100000000000000020307756e6b6e6f776e03026e6f01000000000000000201000617e28eae4bb8540601000000000063616c6c5f726576696577001700010000000000000001000000030c536d697468202620536f6e7301000611fe53e805800000000003017801000628b828f350c0');
INSERT INTO undo_step VALUES(24,'edit-deal','Change',NULL,0,1715767200000000,X'54050100000000706970656c696e65001700010000000000000002000300000100061263d544bcd000000301780001000624c846d0dc005415010000000000000000000000000000000000000000686f6c65001700010000000000000001000005000000030c536d697468202620536f6e73000000050306426f696c65720306426f696c6572030c4772c3bcc39f650a7a7765690100000000000ae3a80001000627f3e7bccfd800000000000001000000000000000100000003026e6f0000000100000000000000020304f09fa7af0309e697a5e69cace8aa9e0306426f696c65720100000000000ec7fc000100061a22dc2dd3a80000005407010000000000006f776e5f62656174001700010000000000000001000304f09fa7af000304f09fa7af0304f09fa7af0000000306426f696c65720003194974e280997320e2809c757267656e74e2809d2026203c623e0309e697a5e69cace8aa9e00');
INSERT INTO undo_step VALUES(25,'edit-deal','Change',NULL,0,1715767200000000,X'540801000000000000006f776e5f72756c65001200010000000000000001031a32663937653066662d31393463386237362d343736316664336403194974e280997320e2809c757267656e74e2809d2026203c623e030861626f75742d75730309e697a5e69cace8aa9e030178030c4772c3bcc39f650a7a776569010006170bd12b35c8');
INSERT INTO undo_step VALUES(26,'edit-deal','Change',NULL,0,1715767200000000,X'540b0100000000000000000000636f6d70616e79001200010000000000000001031a63613061356564332d38663330653436362d63346166323763310300030861276222633b2d2d0304f09fa7af0304f09fa7af030c4772c3bcc39f650a7a77656903026e6f03000100061d1587d492b005540f010000000000000000000000000000636f6d6d69746d656e7400170001000000000000000200000304626f7468000000030a323032342d30362d3239030a323032342d30372d32310003046f70656e00010000000000000001000000000003027573000000030a323032342d30342d3139030a323032342d30332d333100030761742d7269736b00050000');
INSERT INTO undo_step VALUES(27,'edit-deal','Change',NULL,0,1715767200000000,X'540701000000000000706572736f6e5f6164647265737300090001000000000000000101000000000000000203046d61696c03017803026e6f030001000000000000bc6d541001000000000000000000000000000000706c616e6e65645f746f756368001200010000000000000001031a63623330633664612d33346162316430332d35663738643366640100000000000000010503066c6574746572030a323032342d30362d3137050304f09fa7af0304f09fa7af010000000000000001030764726f7070656401000000000000000201000000000000018a010000000000013b3503034555520100061c323e95bc9854070100000000000071756965745f746f756368001700010000000000000002000000030e746865792d636f6e7461637465640000000000000306616e797761790000540801000000000000007761795f6f7574001200010000000000000001010000000000000001030c536d697468202620536f6e730501000000000003ab7f0303455552010000000000000001010000000000016dba');
INSERT INTO undo_step VALUES(28,'edit-deal','Change',NULL,0,1715767200000000,X'5419010000000000000000000000000000000000000000000000006465616c000900010000000000000002031a65376431666230322d34633637326633342d613937333133346203017805010000000000000002010000000000017527050303455552050307736169642d6e6f0309e697a5e69cace8aa9e03026e6f05030a323032342d30312d30330304f09fa7af010000000000000000030c4772c3bcc39f650a7a77656903000306426f696c65720306426f696c6572050100000000000045870100061ca0b05cdd48010006110f94275438055407010000000000007175616c696669636174696f6e0009000100000000000000020100000000000000020100000000000000020307756e6b6e6f776e030178050100061e60852da61809000100000000000000030100000000000000020100000000000000020307756e6b6e6f776e03026e6f01000000000000000201000617e28eae4bb854170100000000000000000000000000000000000000000000726f6164626c6f636b000900010000000000000001031a32333563393933342d62373165383431332d33663337353361380100000000000000020300010000000000000003030a323032342d30362d313103066c65747465720307756e61736b65640306426f696c65720307756e6b6e6f776e03056775657373030c536d697468202620536f6e7303194974e280997320e2809c757267656e74e2809d2026203c623e030a323032342d30362d32330300030c536d697468202620536f6e73030379657305030d776f726b65642d61726f756e64030a323032342d30322d30330306426f696c6572050100061f8467247aa00900010000000000000002031a30326231653361372d63643564623435642d6366646330336661010000000000000002030861276222633b2d2d05030a323032342d30332d303503076d656574696e6703026e6f0306426f696c6572030674696d696e670309636f6e6669726d65640304f09fa7af030c536d697468202620536f6e73030a323032342d30332d3039030861276222633b2d2d0304f09fa7af03026e6f030a323032342d30382d3235030772656d6f766564030a323032342d30352d3136030c4772c3bcc39f650a7a7765690501000621f4ca895698540e0100000000000000000000000000736372697074000900010000000000000001031a35633864633839632d31633639393938302d3064656162663737010000000000000002030c4772c3bcc39f650a7a77656901000000000000000201000000000000000101000000000000000105030663616c6c65640306676f742d69740100000000000240690100000000000000010100062cc018f442e00100060a24181e4000540b01000000000000000000006465636973696f6e000900010000000000000002031a34356135323663612d34313361663738332d373937613665313901000000000000000205030973746f702d6c6f737303057175696574030861276222633b2d2d0100000000000b9a86010000000000033952030345555201000628dfdd719f08540801000000000000007761795f6f757400170001000000000000000100030c536d697468202620536f6e730001000000000003ab7f0000010000000000016dba0000030c4772c3bcc39f650a7a776569000100000000000c5b850000010000000000004c13540601000000000069676e6f7265645f72656d61726b000900010000000000000002031a34396532383363312d30353533396436622d39383235383834340100000000000000010311756e747275652d66697273742d74696d650306426f696c657201000620035ea53908');
INSERT INTO undo_step VALUES(29,'edit-deal','Change',NULL,0,1715767200000000,X'540b01000000000000000000006465636973696f6e001200010000000000000002031a64373436383430332d66656336643231382d616633393034306201000000000000000105030d7365636f6e642d62726f6b656e03057175696574030c4772c3bcc39f650a7a77656901000000000005e7d401000000000004447c03034a505901000623f05aa8d080540d010000000000000000000000006f776e5f697400170001000000000000000100000000000304f09fa7af00030b6e6f742d7265616368656400030c4772c3bcc39f650a7a7765690309e697a5e69cace8aa9e01000615d5d6b15860000000000000030861276222633b2d2d00030872656c656173656400030861276222633b2d2d0301780100060f6803c207d8');
INSERT INTO undo_step VALUES(30,'edit-deal','Change',NULL,0,1715767200000000,X'540b0100000000000000000000636f6d70616e79000900010000000000000001031a63613061356564332d38663330653436362d63346166323763310300030861276222633b2d2d0304f09fa7af0304f09fa7af030c4772c3bcc39f650a7a77656903026e6f03000100061d1587d492b005541001000000000000000000000000000000706c616e6e65645f746f75636800170001000000000000000100000503066c6574746572030a323032342d30362d3137000304f09fa7af0000000000010000000000013b35000100061c323e95bc9800000001000000000000000403076d656574696e67030a323032342d30352d30340003017800000000000100000000000d0f060001000614627d9a5200');
INSERT INTO undo_step VALUES(31,'edit-deal','Change',NULL,0,1715767200000000,X'5419010000000000000000000000000000000000000000000000006465616c001700010000000000000001000306426f696c657200000100000000000072160000030a323032342d30342d3131030977656e742d6461726b03026e6f00000500000003026e6f030178030c536d697468202620536f6e73010000000000000162000001000626d87e6f98100000000300000001000000000000aa670000050303776f6e0306426f696c65720000030a323032342d30332d32360000000306426f696c657203026e6f03026e6f010000000000000366000001000620fda3960e9800540801000000000000006d656d6265720017000100000000000000020000030a676174656b65657065720000000100000000000111b60000000307756e6b6e6f776e000000010000000000011ca8');
INSERT INTO undo_step VALUES(32,'edit-deal','Change',NULL,0,1715767200000000,X'540601000000000069676e6f7265645f72656d61726b000900010000000000000001031a32353336666135642d30376135663761632d6231646666363934050311756e747275652d66697273742d74696d65030c536d697468202620536f6e7301000621ea636a6970');
INSERT INTO undo_step VALUES(33,'edit-deal','Change',NULL,0,1715767200000000,X'5409010000000000000000706572736f6e0017000100000000000000010000000000000100062b07f22436e80100060a24181e4000000000000000000100061fb0b39d083005');
INSERT INTO undo_step VALUES(34,'edit-deal','Change',NULL,0,1715767200000000,X'540f010000000000000000000000000000636f6d6d69746d656e7400170001000000000000000100000000000000030a323032342d30322d303500030761742d7269736b05050001000614b3c808c7800000000000000000030a323032342d30382d313000030662726f6b656e030a323032342d30382d3137010000000000000001000100062732b237fa485415010000000000000000000000000000000000000000686f6c65001700010000000000000001000001000000000000000100000306426f696c65720000010000000000000004030561736b6564010000000000000002000309e697a5e69cace8aa9e0306426f696c65720100000000000ec7fc0100000000000111d80000050100061d8f8c72de380000000500000304f09fa7af0000010000000000000003030666696c6c6564050003194974e280997320e2809c757267656e74e2809d2026203c623e03194974e280997320e2809c757267656e74e2809d2026203c623e01000000000003e7b4010000000000006ae700000100060a24181e40000100062700c4f5e708');
INSERT INTO undo_step VALUES(35,'edit-deal','Change',NULL,0,1715767200000000,X'54070100000000000071756965745f746f756368001700010000000000000001000000000001000620b29d45067000000000000001000614d0d4759648540601000000000063616c6c5f726576696577001200010000000000000002031a30373333336463302d34373035346262662d336630306462656301000000000000000103026e6f03194974e280997320e2809c757267656e74e2809d2026203c623e010006141090a10198');
INSERT INTO undo_step VALUES(36,'edit-deal','Change',NULL,0,1715767200000000,X'540701000000000000706572736f6e5f6164647265737300120001000000000000000101000000000000000403046d61696c0309e697a5e69cace8aa9e0301780306426f696c657201000000000000154b540b01000000000000000000006465636973696f6e001200010000000000000003031a64636630366232632d32346137303364612d643332333634666101000000000000000105030d686172642d7175657374696f6e0308636f6e74696e756503026e6f0100000000000cf0d6010000000000050c0103034a50590100060bce91d89a20');
INSERT INTO undo_step VALUES(37,'edit-deal','Change',NULL,0,1715767200000000,X'5409010000000000000000706572736f6e001200010000000000000005031a34663436616537612d39346637313031362d63313965373162350301780301780309e697a5e69cace8aa9e050306426f696c657201000624a0ea5db14005540f010000000000000000000000000000636f6d6d69746d656e74001200010000000000000003031a39623561376231312d66366135616135612d3031356134613863010000000000000001030275730100000000000000010503194974e280997320e2809c757267656e74e2809d2026203c623e030a323032342d30322d3237030a323032342d30372d3330030473757265030872656c6561736564030a323032332d31322d3132050100000000000000010100061f51d29ec72854070100000000000071756965745f746f75636800170001000000000000000200010000000000000001000000010006168494503ec80000050000000100062721bf004188540e0100000000000000000000000000736372697074001200010000000000000003031a65646563303166312d63653538383764612d316166346538373301000000000000000103026e6f05050505030663616c6c65640306676f742d69740100000000000e01ce050100061a7d0f4db5280100060a24181e4000');
INSERT INTO undo_step VALUES(38,'edit-deal','Change',NULL,0,1715767200000000,X'54050100000000706970656c696e65001200010000000000000003031a39623230343735632d65376461376135392d61323335643831370300010000000000000683010006133ef1542a88');
INSERT INTO undo_step VALUES(39,'edit-deal','Change',NULL,0,1715767200000000,X'541001000000000000000000000000000000706c616e6e65645f746f756368001200010000000000000002031a38373836626439342d64306334636339312d65646266393339650100000000000000010503046d61696c030a323032342d30362d3133050309e697a5e69cace8aa9e0309e697a5e69cace8aa9e01000000000000000103046f70656e050100000000000000f0010000000000057dea03034a5059010006237605383e085407010000000000007175616c696669636174696f6e00120001000000000000000201000000000000000101000000000000000403026e6f030c536d697468202620536f6e73050100061ab71b1e16b0');
INSERT INTO undo_step VALUES(40,'edit-deal','Change',NULL,0,1715767200000000,X'5412010000000000000000000000000000000000656e7472790017000100000000000000020000010000000000000002030463616c6c0000000100000000000c487d01000628a2bc0fc11000010000000000009aa6030345555201000000000000000000010000000000000000000000000005030a636f6d6d69746d656e74000000010000000000027293010006224444dd86680001000000000007684903034a5059010000000000000001000100000000000000010000540f010000000000000000000000000000636f6d6d69746d656e7400170001000000000000000100000001000000000000000101000000000000000400000000030662726f6b656e000100000000000000010000000000000100000000000000050500000000030c72656e65676f746961746564000100000000000000030000540b01000000000000000000006465636973696f6e001200010000000000000004031a65623537636563312d30336262323835302d63326363633338350100000000000000010503037265700308636f6e74696e756503017801000000000009582e0100000000000e975303034555520100060c3b1913f4f0');
INSERT INTO undo_step VALUES(41,'edit-deal','Change',NULL,0,1715767200000000,X'5409010000000000000000706572736f6e00170001000000000000000500000301780309e697a5e69cace8aa9e000306426f696c657200000000000304f09fa7af030000030861276222633b2d2d0000');
INSERT INTO undo_step VALUES(42,'edit-deal','Change',NULL,0,1715767200000000,X'5412010000000000000000000000000000000000656e747279001700010000000000000002000005030a636f6d6d69746d656e7400000100061ea86a6e5e88010000000000027293010006224444dd86680000000000010000000000000001030861276222633b2d2d0000000001000000000000000303046e6f746500000100061a2cb96034880100000000000e75fd0100061c3834425a7000000000000100000000000000000306426f696c657200540d010000000000000000000000006f776e5f69740017000100000000000000020001000000000000000100030c536d697468202620536f6e73030003017800030872656c6561736564000306426f696c657203194974e280997320e2809c757267656e74e2809d2026203c623e01000626cf86497230000001000000000000000200030861276222633b2d2d0309e697a5e69cace8aa9e0304f09fa7af0003046e6f6e6500030c4772c3bcc39f650a7a776569030c536d697468202620536f6e730100061fd96d82d900');
INSERT INTO undo_step VALUES(43,'edit-deal','Change',NULL,0,1715767200000000,X'540701000000000000706572736f6e5f616464726573730017000100000000000000010100000000000000040000000306426f696c657201000000000000154b00010000000000000001000000030c536d697468202620536f6e7301000000000000aad4');
INSERT INTO undo_step VALUES(44,'edit-deal','Change',NULL,0,1715767200000000,X'540601000000000069676e6f7265645f72656d61726b001200010000000000000001031a35633439633836302d61306261636638332d6265613063323362010000000000000002030361736b0304f09fa7af0100061885bf6b1170');
INSERT INTO undo_step VALUES(45,'edit-deal','Change',NULL,0,1715767200000000,X'540b0100000000000000000000636f6d70616e79001200010000000000000001031a64316330383965362d39653438386331312d643035386439306303194974e280997320e2809c757267656e74e2809d2026203c623e030003026e6f03194974e280997320e2809c757267656e74e2809d2026203c623e03194974e280997320e2809c757267656e74e2809d2026203c623e030178030c4772c3bcc39f650a7a776569010006109e4197c2f005540b01000000000000000000006465636973696f6e001200010000000000000005031a66353065376564352d31336339336662642d366238653332356601000000000000000105030372657003057175696574030c536d697468202620536f6e73010000000000099048010000000000042dee03034555520100062aaf212c51e0540d010000000000000000000000006f776e5f69740017000100000000000000030000050000000100000000000000010005030861276222633b2d2d03194974e280997320e2809c757267656e74e2809d2026203c623e000000000100000000000000030000000100000000000000000001000000000000000203026e6f030c536d697468202620536f6e7300');
INSERT INTO undo_step VALUES(46,'edit-deal','Change',NULL,0,1715767200000000,X'5407010000000000006f776e5f62656174001700010000000000000001000003026e6f03194974e280997320e2809c757267656e74e2809d2026203c623e00000000000304f09fa7af030c4772c3bcc39f650a7a7765690000540801000000000000006f776e5f72756c65001200010000000000000002031a33616264323236322d37343762323331362d3063643062333337030c4772c3bcc39f650a7a7765690308746f6f2d6c6f6e6703026e6f030178030861276222633b2d2d0100062a68bce89360');
INSERT INTO undo_step VALUES(47,'edit-deal','Change',NULL,0,1715767200000000,X'540b0100000000000000000000636f6d70616e79001200010000000000000002031a64336434333130632d39386366333138632d6664346137366438030861276222633b2d2d030861276222633b2d2d030861276222633b2d2d030861276222633b2d2d03194974e280997320e2809c757267656e74e2809d2026203c623e03017803194974e280997320e2809c757267656e74e2809d2026203c623e01000629ec8f049da80100060a24181e4000540f010000000000000000000000000000636f6d6d69746d656e74001200010000000000000004031a35663366386331372d35396639636235302d643263633632623301000000000000000103047468656d0501000000000000000303194974e280997320e2809c757267656e74e2809d2026203c623e030a323032332d31322d3238030a323032342d30342d3134030473757265030761742d7269736b030a323032342d30352d30360100000000000000020501000623ecf0fa666017000100000000000000010000000000030861276222633b2d2d030a323032342d30342d3330030a323032342d30382d31300000000000000000000000000306426f696c6572030a323032342d30352d3034030a323032342d30382d32360000000000005415010000000000000000000000000000000000000000686f6c65001200010000000000000002031a30373466363635362d34623230326564352d653763656263633301000000000000000105030a636f6d6d69746d656e7403026e6f0300030c536d697468202620536f6e7303056472696c6c010000000000000004030561736b6564010000000000000001030c536d697468202620536f6e7303026e6f03026e6f0100000000000138f801000000000000608f0100062c33895ba5d805050100061cb0f5ee31d0');
INSERT INTO undo_step VALUES(48,'edit-deal','Change',NULL,0,1715767200000000,X'540601000000000063616c6c5f72657669657700170001000000000000000200000003194974e280997320e2809c757267656e74e2809d2026203c623e010006141090a1019800000000030861276222633b2d2d010006246781a74370');
INSERT INTO undo_step VALUES(49,'edit-deal','Change',NULL,0,1715767200000000,X'541001000000000000000000000000000000706c616e6e65645f746f75636800170001000000000000000100000000030a323032342d30352d3034000301780000030764726f707065640000000001000614627d9a52000000000000030a323032332d31322d313800030000000304646f6e65000000000100060a95a368eb585405010000000063616c6c5f7265766965775f6974656d00120001000000000000000201000000000000000103194974e280997320e2809c757267656e74e2809d2026203c623e010000000000000001010000000000015ed51200010000000000000003010000000000000002030c4772c3bcc39f650a7a77656901000000000000000101000000000000d2c9');
INSERT INTO undo_step VALUES(50,'edit-deal','Change',NULL,0,1715767200000000,X'541401000000000000000000000000000000000000007175696574001200010000000000000003031a30353763643834362d36353735653038342d39633234653764650306706572736f6e01000000000000000105050300030a323032342d30392d3235050301780100000000000c7cdb03026e6f030861276222633b2d2d03066c69667465640100000000000f3855010000000000000001010000000000000000010000000000000001010000000000000002010006137205d14ff8');
INSERT INTO undo_step VALUES(51,'edit-deal','Change',NULL,0,1715767200000000,X'5419010000000000000000000000000000000000000000000000006465616c00170001000000000000000100030000000001000000000007cad20000000306426f696c6572000100060a24181e4000000000030c4772c3bcc39f650a7a7765690003026e6f0001000000000000036600010006115518186ff801000620fda3960e980000000309e697a5e69cace8aa9e00000001000000000002df3a0000000309e697a5e69cace8aa9e0005000000030178000306426f696c65720005000100061a90071a786001000623c27de170d000540601000000000063616c6c5f726576696577001200010000000000000003031a61333965396566642d30346237653738372d39353135343964370100000000000000020307756e6b6e6f776e0304f09fa7af01000614f731166d98541001000000000000000000000000000000686172645f7175657374696f6e001200010000000000000003031a61373132376232362d64643230353562392d3036666464613838010000000000000001010000000000000002010000000000000003050306756e73757265030c4772c3bcc39f650a7a77656903066c6574746572030a323032342d30372d323505010000000000000002030b6e65772d70726f6d6973650306426f696c6572030a323032342d30342d31340100062202e01d8188');
INSERT INTO undo_step VALUES(52,'edit-deal','Change',NULL,0,1715767200000000,X'540d010000000000000000000000006f776e5f697400170001000000000000000100010000000000000001000304f09fa7af030c536d697468202620536f6e73030861276222633b2d2d000000000000000001000000000000000200030c4772c3bcc39f650a7a7765690304f09fa7af030c4772c3bcc39f650a7a776569000000000000');
INSERT INTO undo_step VALUES(53,'edit-deal','Change',NULL,0,1715767200000000,X'54070100000000000071756965745f746f75636800090001000000000000000201000000000000000205050306616e79776179030c4772c3bcc39f650a7a7765690100062721bf004188541001000000000000000000000000000000686172645f7175657374696f6e001700010000000000000001000005010000000000000002000000000500000000000100062cf41cd6da8800000001000000000000000401000000000000000400000000030a323032342d30312d323300000000000100060c77bfb8a698');
INSERT INTO undo_step VALUES(54,'edit-deal','Change',NULL,0,1715767200000000,X'5419010000000000000000000000000000000000000000000000006465616c001200010000000000000002031a33633763646433382d38346165326434302d6664643336656531030c536d697468202620536f6e73010000000000000001010000000000000003010000000000017e3f0100000000000cf54d0303455552030a323032342d30342d3139030d63686f73652d616e6f746865720300030379657305030a323032342d30352d323703026e6f0100000000000000000300030c4772c3bcc39f650a7a776569030c4772c3bcc39f650a7a77656903026e6f0100000000000000050100000000000a04d30100062cbdb6ad0b780100061a660bf2c998055407010000000000007175616c696669636174696f6e00120001000000000000000301000000000000000201000000000000000103037965730309e697a5e69cace8aa9e050100062b6edf0be6c0540e010000000000000000000000000073637269707400170001000000000000000200000000000000030764726f70706564000000000100060a24181e40000000000000000000030564726166740000000005');
INSERT INTO undo_step VALUES(55,'edit-deal','Change',NULL,0,1715767200000000,X'540b01000000000000000000006465636973696f6e001700010000000000000001000000000308636f6e74696e75650306426f696c65720100000000000b657f01000000000008ab55000100060e87830537b80000000000030977616c6b2d61776179030001000000000005571e01000000000009f1de0001000617cf69486c18540d010000000000000000000000006f776e5f6974001200010000000000000004031a65363039623663612d38383535353162332d6431393665663438010000000000000004010000000000000003030c4772c3bcc39f650a7a7765690304f09fa7af03017801000000000000000103046e6f6e65010000000000000001030861276222633b2d2d0306426f696c657201000612521702c660');
INSERT INTO undo_step VALUES(56,'edit-deal','Change',NULL,0,1715767200000000,X'540401000000656e7472795f776f726473001200010000000000000001010000000000000001010000000000000002030c536d697468202620536f6e73');
INSERT INTO undo_step VALUES(57,'edit-deal','Change',NULL,0,1715767200000000,X'541001000000000000000000000000000000706c616e6e65645f746f756368001700010000000000000002000100000000000000010003046d61696c030a323032342d30362d313305000309e697a5e69cace8aa9e01000000000000000100000100000000000000f0010000000000057dea0000000001000000000000000200030463616c6c030a323032342d30342d31350100000000000002df00030c4772c3bcc39f650a7a77656901000000000000000000000100000000000000d101000000000001940400005405010000000063616c6c5f7265766965775f6974656d00120001000000000000000401000000000000000103026e6f010000000000000001010000000000012538540b01000000000000000000006465636973696f6e001700010000000000000005000000000000010000000000099048000000000000000000000100000000000e9bf90000001700010000000000000001000005030973746f702d6c6f7373000001000000000005571e000001000617cf69486c180000000100000000000000010303726570000001000000000009aa590000010006217c4fab4a58');
INSERT INTO undo_step VALUES(58,'edit-deal','Change',NULL,0,1715767200000000,X'5419010000000000000000000000000000000000000000000000006465616c001200010000000000000003031a33373363373836612d64306462666262652d35393834613764340309e697a5e69cace8aa9e01000000000000000201000000000000000201000000000000fb5b0503034a5059030a323032342d30342d3031030b77616c6b65642d61776179030c4772c3bcc39f650a7a7765690307756e6b6e6f776e05050300010000000000000001030c536d697468202620536f6e730309e697a5e69cace8aa9e0304f09fa7af0306426f696c6572050501000629b7a80a15380100061a98f81dbaa8055415010000000000000000000000000000000000000000686f6c65001200010000000000000003031a38323636396637362d35663132646264382d3637653665323939010000000000000003010000000000000005030b696e666f726d6174696f6e030c4772c3bcc39f650a7a776569030003017803056472696c6c0100000000000000020308676976656e2d757001000000000000000203000304f09fa7af03026e6f0100000000000a4257010000000000017bc1010006294880cd99f0050501000627b68b5be6f85405010000000063616c6c5f7265766965775f6974656d0017000100000000000000040100000000000000010001000000000000000100000100000000000000020001000000000000000000');
INSERT INTO undo_step VALUES(59,'edit-deal','Change',NULL,0,1715767200000000,X'541001000000000000000000000000000000706c616e6e65645f746f756368001700010000000000000002000000030463616c6c030a323032342d30342d31350000030c4772c3bcc39f650a7a7765690003046f70656e00000003034a5059000000000003046d61696c030a323032342d30352d323800000300000304646f6e65000000030345555200541401000000000000000000000000000000000000007175696574001200010000000000000004031a36356439643833392d31353862346633352d66616161353863660307636f6d70616e79010000000000000002050100000000000000020304f09fa7af030a323032342d30312d3037030a323032342d30312d31310309e697a5e69cace8aa9e0100000000000de4cb03026e6f03194974e280997320e2809c757267656e74e2809d2026203c623e030b61736b65642d616761696e0100000000000b4278010000000000000000010000000000000001010000000000000000010000000000000001010006213234383c30');
INSERT INTO undo_step VALUES(60,'edit-deal','Change',NULL,0,1715767200000000,X'540a01000000000000000000737461676500170001000000000000000100000309e697a5e69cace8aa9e010000000000006138000001000000000000079500000000000304f09fa7af0100000000000113d100000100000000000008cd0000540801000000000000007761795f6f7574001700010000000000000001010000000000000001030c4772c3bcc39f650a7a7765690000030345555201000000000000000100000100000000000000020300000003034a505901000000000000000000');
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
INSERT INTO deal_fts_data VALUES(1,X'03040702');
INSERT INTO deal_fts_data VALUES(10,X'000000000108080008010101020101030101040101050101060101070101080101');
INSERT INTO deal_fts_data VALUES(137438953473,X'000000370730626f696c65720102020101780106010202000231620102020101780106010202000332626f010202000433626f69010202040b08070808');
INSERT INTO deal_fts_data VALUES(274877906945,X'00000011023078020202000231780202020406');
INSERT INTO deal_fts_data VALUES(412316860417,X'000000390730626f696c657201030201017801090102020300023162010302010178010901020203000332626f010302000433626f69010302040b09070908');
INSERT INTO deal_fts_data VALUES(549755813889,X'0000000f02307802010002317802010405');
INSERT INTO deal_fts_data VALUES(687194767361,X'000000350730626f696c65720101010178010901020203000231620101010178010901020203000332626f0101000433626f690101040a09060907');
INSERT INTO deal_fts_data VALUES(824633720833,X'000000480230780109010202030109e697a5e69cace8aa9e010202000231780109010202030103e697a5010202000732e697a5e69cac010202000a33e697a5e69cace8aa9e01020204090e0a080c');
INSERT INTO deal_fts_data VALUES(962072674305,X'000000980230620206010105010269740206010102010173020601010302046d69746802020202036f6e730202030106757267656e7402060101040002316202060101050101690206010102010173020a02030101030101750206010104000332697402060101020102736d02020202016f020203010275720206010104000433736d6902020202026f6e020203010375726702060101040408090809080d09080a080a0706090907');
INSERT INTO deal_fts_data VALUES(1099511627777,X'000000660230610306010102010162030601010301016303060101040109e697a5e69cace8aa9e030202000231610306010102010162030601010301016303060101040103e697a5030202000732e697a5e69cac030202000a33e697a5e69cace8aa9e030202040808080e090808080c');
CREATE TABLE IF NOT EXISTS 'deal_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO deal_fts_idx VALUES(1,X'',2);
INSERT INTO deal_fts_idx VALUES(2,X'',2);
INSERT INTO deal_fts_idx VALUES(3,X'',2);
INSERT INTO deal_fts_idx VALUES(4,X'',2);
INSERT INTO deal_fts_idx VALUES(5,X'',2);
INSERT INTO deal_fts_idx VALUES(6,X'',2);
INSERT INTO deal_fts_idx VALUES(7,X'',2);
INSERT INTO deal_fts_idx VALUES(8,X'',2);
CREATE TABLE IF NOT EXISTS 'deal_fts_content'(id INTEGER PRIMARY KEY, c0, c1, c2);
INSERT INTO deal_fts_content VALUES(1,'日本語','','x, x');
INSERT INTO deal_fts_content VALUES(2,'Smith & Sons','It’s “urgent” & <b>','');
INSERT INTO deal_fts_content VALUES(3,'日本語','a''b"c;--','');
CREATE TABLE IF NOT EXISTS 'deal_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO deal_fts_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','entry_fts','entry_fts',0,'CREATE VIRTUAL TABLE entry_fts USING fts5 (text, content = ''entry'', content_rowid = ''id'',
  tokenize = "unicode61 remove_diacritics 2", prefix = ''2 3 4'', columnsize = 0)');
CREATE TABLE IF NOT EXISTS 'entry_fts_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO entry_fts_data VALUES(1,X'0202');
INSERT INTO entry_fts_data VALUES(10,X'000000000103030003010101020101030101');
INSERT INTO entry_fts_data VALUES(137438953473,X'0000000d0530f09fa7af01020204');
INSERT INTO entry_fts_data VALUES(274877906945,X'00000016023061020202010162020203010163020204040606');
INSERT INTO entry_fts_data VALUES(412316860417,X'000000380230610201010162020102056f696c65720202020101630201000331626f020202000432626f69020202000533626f696c0202020405050a050809');
CREATE TABLE IF NOT EXISTS 'entry_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO entry_fts_idx VALUES(1,X'',2);
INSERT INTO entry_fts_idx VALUES(2,X'',2);
INSERT INTO entry_fts_idx VALUES(3,X'',2);
CREATE TABLE IF NOT EXISTS 'entry_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO entry_fts_config VALUES('version',4);
CREATE INDEX stage_pipeline ON stage (pipeline_id, rank);
CREATE INDEX company_name ON company (name_key);
CREATE INDEX company_domain ON company (domain) WHERE domain <> '';
CREATE INDEX person_name ON person (name_key);
CREATE INDEX person_of_company ON person (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX person_company_company ON person_company (company_id);
CREATE INDEX person_address_person ON person_address (person_id, kind, rank);
CREATE INDEX person_address_value ON person_address (value_key);
CREATE INDEX deal_stage ON deal (stage_id, rank);
CREATE INDEX deal_company ON deal (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX deal_created ON deal (created_at);
CREATE INDEX member_deal ON member (deal_id, rank);
CREATE INDEX member_person ON member (person_id);
CREATE INDEX entry_deal ON entry (deal_id, happened_at, id, trashed_at);
CREATE INDEX entry_changed ON entry (written_at) WHERE kind IN ('stage', 'field');
CREATE INDEX entry_history ON entry (deal_id, happened_at, id) WHERE kind IN ('stage', 'field');
CREATE INDEX entry_away ON entry (deal_id) WHERE away_until_on IS NOT NULL;
CREATE INDEX entry_person ON entry (person_id, happened_at) WHERE person_id IS NOT NULL;
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
