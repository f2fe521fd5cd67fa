/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the search index says of a deal besides its title: whose it is and who is in it, without
 * those in the trash. In one order, so that the same people always make the same text. @deal and
 * @company are expressions: the ids of both. */
#define MULL_DEAL_WORDS_COMPANY(company)                                                           \
  "coalesce ((SELECT c.name FROM company AS c"                                                     \
  "            WHERE c.id = " company " AND c.trashed_at IS NULL), '')"
#define MULL_DEAL_WORDS_PEOPLE(deal)                                                               \
  "coalesce ((SELECT group_concat (name, ', ')"                                                    \
  "             FROM (SELECT p.name FROM member AS m JOIN person AS p ON p.id = m.person_id"       \
  "                    WHERE m.deal_id = " deal                                                    \
  " AND p.trashed_at IS NULL ORDER BY m.rank, m.id)), '')"
