package import Storage

extension Assembly {
    package static var migrations: [Migration] {
        [
            Migration(
                "assembly-001",
                [
                    """
                    CREATE TABLE assembly_member (
                        id TEXT PRIMARY KEY, organisation TEXT NOT NULL REFERENCES organisation (id),
                        household TEXT NOT NULL, display_name TEXT NOT NULL, sex TEXT, born TEXT, since TEXT NOT NULL,
                        until TEXT, ground TEXT NOT NULL, end_ground TEXT, capacity TEXT NOT NULL,
                        shares INTEGER NOT NULL CHECK (shares >= 0)
                    ) STRICT
                    """,
                    "CREATE INDEX assembly_member_by_household ON assembly_member (organisation, household, id)",
                    """
                    CREATE TABLE assembly_meeting (
                        id TEXT PRIMARY KEY, organisation TEXT NOT NULL REFERENCES organisation (id),
                        division TEXT NOT NULL REFERENCES division (id), body TEXT NOT NULL, noticed TEXT NOT NULL,
                        held_on TEXT NOT NULL, agenda TEXT NOT NULL, entitled INTEGER NOT NULL, present INTEGER NOT NULL,
                        roll_digest TEXT, is_open INTEGER NOT NULL, is_closed INTEGER NOT NULL,
                        CHECK (present >= 0 AND entitled >= 0)
                    ) STRICT
                    """,
                    "CREATE INDEX assembly_meeting_by_day ON assembly_meeting (held_on DESC, id)",
                    "CREATE INDEX assembly_meeting_by_organisation ON assembly_meeting (organisation, held_on)",
                    """
                    CREATE TABLE assembly_motion (
                        meeting TEXT NOT NULL REFERENCES assembly_meeting (id), number INTEGER NOT NULL,
                        matter TEXT NOT NULL, object TEXT, present INTEGER NOT NULL, in_favour INTEGER NOT NULL,
                        against INTEGER NOT NULL, abstained INTEGER NOT NULL, needed INTEGER NOT NULL,
                        is_passed INTEGER, approved_by TEXT, PRIMARY KEY (meeting, number)
                    ) STRICT
                    """,
                ]),
            // Of a vote it says who was counted, never what they said.
            Migration(
                "assembly-002",
                [
                    """
                    CREATE TABLE assembly_voter (
                        meeting TEXT NOT NULL REFERENCES assembly_meeting (id), member TEXT NOT NULL,
                        household TEXT NOT NULL, presence TEXT, holder TEXT, counted INTEGER NOT NULL,
                        recused INTEGER NOT NULL, PRIMARY KEY (meeting, member)
                    ) STRICT
                    """
                ]),
            // Who is in office, and whom they declared: recognised by marks, named nowhere.
            Migration(
                "assembly-003",
                [
                    """
                    CREATE TABLE assembly_term (
                        id TEXT PRIMARY KEY, organisation TEXT NOT NULL REFERENCES organisation (id),
                        division TEXT NOT NULL REFERENCES division (id), office TEXT NOT NULL,
                        display_name TEXT NOT NULL, mark TEXT, starts TEXT NOT NULL, ends TEXT,
                        is_left INTEGER NOT NULL CHECK (is_left IN (0, 1)), CHECK (ends IS NULL OR ends >= starts)
                    ) STRICT
                    """,
                    "CREATE INDEX assembly_term_by_organisation ON assembly_term (organisation, starts DESC)",
                    "CREATE INDEX assembly_term_by_mark ON assembly_term (mark)",
                    """
                    CREATE TABLE assembly_kin (
                        id TEXT PRIMARY KEY, term TEXT NOT NULL REFERENCES assembly_term (id), mark TEXT, relation TEXT
                    ) STRICT
                    """,
                    "CREATE INDEX assembly_kin_by_term ON assembly_kin (term, mark)",
                    "CREATE INDEX assembly_kin_by_mark ON assembly_kin (mark)",
                ]),
            // Who a member is: for the desks of the roll, and by marks for whoever comes to another room.
            Migration(
                "assembly-004",
                [
                    """
                    CREATE TABLE assembly_person (
                        member TEXT PRIMARY KEY REFERENCES assembly_member (id), name TEXT, identity_mark TEXT,
                        phone_mark TEXT
                    ) STRICT
                    """,
                    "CREATE INDEX assembly_person_by_identity ON assembly_person (identity_mark)",
                    "CREATE INDEX assembly_person_by_phone ON assembly_person (phone_mark)",
                ]),
            deliberations, meetingPapers, paperVotes,
        ]
    }

    package static var tables: [ProjectedTable] {
        [
            ProjectedTable("assembly_member", key: ["id"]), ProjectedTable("assembly_person", key: ["member"]),
            ProjectedTable("assembly_meeting", key: ["id"]),
            ProjectedTable("assembly_motion", key: ["meeting", "number"]),
            ProjectedTable("assembly_voter", key: ["meeting", "member"]),
            ProjectedTable("assembly_term", key: ["id"]), ProjectedTable("assembly_kin", key: ["id"]),
            ProjectedTable("assembly_meeting_paper", key: ["meeting", "number"]),
            ProjectedTable("assembly_tally", key: ["meeting", "number"]),
        ] + deliberationTables
    }
}

extension MembershipGround: SQLValueConvertible {}
extension EndGround: SQLValueConvertible {}
extension Capacity: SQLValueConvertible {}
extension Sex: SQLValueConvertible {}
extension Presence: SQLValueConvertible {}
extension VillageOffice: SQLValueConvertible {}
extension KinRelation: SQLValueConvertible {}
