import EventLog
package import Kernel
import Registry
package import Storage

extension CallMeeting {
    package func facts(on state: Assembly.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(organisation: try OrganisationQueries.find(organisation, in: tx))
    }
}

extension FreezeRoll {
    package func facts(on meeting: Meeting, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let voters = try MemberQueries.list(of: meeting.organisation, in: tx).filter { $0.isVoter(on: meeting.day) }
            .map { RollEntry(member: $0.id, household: $0.household) }.sorted { $0.member < $1.member }
        let text = voters.map { "\($0.member) \($0.household)\n" }.joined()
        return Facts(voters: voters, digest: Hash.file(Array(text.utf8)).hex)
    }
}

extension MeetingCalled {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO assembly_meeting
                (id, organisation, division, body, noticed, held_on, agenda, entitled, present, is_open, is_closed)
            VALUES (\(meeting), \(organisation), \(place), \(body), \(noticed), \(day), \(agenda), 0, 0, 0, 0)
            """)
    }
}

/// What a meeting's row repeats of its state after any event.
private func refresh(_ meeting: Meeting?, in tx: any WriteTransaction) throws {
    guard let meeting else { return }
    try tx.run(
        """
        UPDATE assembly_meeting SET entitled = \(meeting.entitled), present = \(meeting.present),
            roll_digest = \(meeting.rollDigest), is_open = \(meeting.isOpen), is_closed = \(meeting.isClosed)
        WHERE id = \(meeting.id)
        """)
}

extension RollListed {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        for entry in voters {
            try tx.run(
                """
                INSERT INTO assembly_voter (meeting, member, household, counted, recused)
                VALUES (\(meeting), \(entry.member), \(entry.household), 0, 0)
                """)
        }
        try refresh(state.meeting, in: tx)
    }
}

extension RollFrozen {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws { try refresh(state.meeting, in: tx) }
}

extension ProxyGranted {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "UPDATE assembly_voter SET holder = \(holder) WHERE meeting = \(meeting) AND member = \(member)")
        try refresh(state.meeting, in: tx)
    }
}

extension ProxyWithdrawn {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "UPDATE assembly_voter SET holder = NULL WHERE meeting = \(meeting) AND member = \(member)")
        try refresh(state.meeting, in: tx)
    }
}

extension Attended {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "UPDATE assembly_voter SET presence = \(how), holder = NULL WHERE meeting = \(meeting) AND member = \(member)"
        )
        try refresh(state.meeting, in: tx)
    }
}

extension Left {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "UPDATE assembly_voter SET presence = NULL WHERE meeting = \(meeting) AND member = \(member)")
        try refresh(state.meeting, in: tx)
    }
}

extension MeetingOpened {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws { try refresh(state.meeting, in: tx) }
}

extension MeetingClosed {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws { try refresh(state.meeting, in: tx) }
}

extension MotionPut {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO assembly_motion
                (meeting, number, matter, object, present, in_favour, against, abstained, needed)
            VALUES (\(meeting), \(number), \(matter), \(object), 0, 0, 0, 0, 0)
            """)
        guard isSecret == true else { return }
        try tx.run(
            "INSERT INTO assembly_tally (meeting, number, sheets, recounts) VALUES (\(meeting), \(number), 0, 0)")
    }
}

extension Recused {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "UPDATE assembly_voter SET recused = \(number) WHERE meeting = \(meeting) AND member = \(member)")
    }
}

extension VoteCast {
    // What one voice said stands in no table: only that it was counted, and the closed vote's counts.
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "UPDATE assembly_voter SET counted = \(number) WHERE meeting = \(meeting) AND member = \(member)")
    }
}

extension VoteClosed {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE assembly_motion SET present = \(present), in_favour = \(inFavour), against = \(against),
                abstained = \(abstained), needed = \(needed), is_passed = \(isPassed)
            WHERE meeting = \(meeting) AND number = \(number)
            """)
    }
}

extension TownshipApproved {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "UPDATE assembly_motion SET approved_by = \(paper) WHERE meeting = \(meeting) AND number = \(number)")
    }
}
