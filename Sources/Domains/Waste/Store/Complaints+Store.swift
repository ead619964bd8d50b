package import Kernel
import Registry
package import Storage

extension FileComplaint {
    package func facts(on state: Waste.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let day = context.now.date
        return Facts(
            isKnownPlace: try DivisionQueries.find(place, in: tx) != nil,
            isKnownSite: try site.map { try WasteQueries.findSite($0, in: tx) != nil } ?? true,
            seconds: try ParameterQueries.value(.wasteComplaintSeconds, at: place, on: day, in: tx).value,
            most: try ParameterQueries.value(.wasteComplaintMost, at: place, on: day, in: tx).value,
            open: try ComplaintQueries.countOpen(of: context.principal.person, in: tx))
    }
}

extension AnswerComplaint {
    package func facts(on subject: Complaint, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(isForgotten: try ComplaintQueries.isForgotten(complaint, in: tx))
    }
}

extension ReopenComplaint {
    package func facts(on subject: Complaint, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            seconds: try ParameterQueries.value(
                .wasteComplaintSeconds, at: subject.place, on: context.now.date, in: tx
            ).value, isForgotten: try ComplaintQueries.isForgotten(complaint, in: tx))
    }
}

extension EraseComplaint {
    package func facts(on subject: Complaint, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(isForgotten: try ComplaintQueries.isForgotten(complaint, in: tx))
    }
}

extension ComplaintFiled {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // Once the words were destroyed a rebuild finds the complaint as the erasure left it.
        let isForgotten = words.content == nil
        try tx.run(
            """
            INSERT INTO waste_complaint (id, division, kind, site, photo, phase, filed_at, answer_by, was_late,
                is_counter, is_forgotten)
            VALUES (\(complaint), \(place), \(kind), \(site), \(photo), \(ComplaintPhase.filed), \(entry.at), \(answerBy),
                0, \(entry.role.isPrivate ? 0 : 1), \(isForgotten ? 1 : 0))
            """)
        if let person = complainant?.content {
            try tx.append([complaint.sqlValue, person.sqlValue], to: "waste_complainant")
        }
        try tx.addWords(words, of: complaint, isAnswer: false, entry)
    }
}

extension ComplaintAnswered {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE waste_complaint SET phase = \(ComplaintPhase.answered), answered_at = \(entry.at),
                was_late = CASE WHEN answer_by < \(entry.at) THEN 1 ELSE was_late END
            WHERE id = \(complaint)
            """)
        try tx.addWords(words, of: complaint, isAnswer: true, entry)
    }
}

extension ComplaintReopened {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE waste_complaint SET phase = \(ComplaintPhase.filed), answer_by = \(answerBy) WHERE id = \(complaint)
            """)
        try tx.addWords(words, of: complaint, isAnswer: false, entry)
    }
}

extension ComplaintClosed {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE waste_complaint SET closed_at = \(entry.at), closing = \(closing),
                was_late = CASE WHEN phase = \(ComplaintPhase.filed) AND answer_by < \(entry.at) THEN 1 ELSE was_late END,
                phase = \(ComplaintPhase.closed)
            WHERE id = \(complaint)
            """)
    }
}

extension ComplaintErased {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE waste_complaint SET is_forgotten = 1 WHERE id = \(complaint)")
        try tx.run("DELETE FROM waste_complaint_words WHERE complaint = \(complaint)")
    }
}

extension ComplainantForgotten {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let theirs: SQL = "(SELECT complaint FROM waste_complainant WHERE person = \(person))"
        try tx.run("UPDATE waste_complaint SET is_forgotten = 1 WHERE id IN \(theirs)")
        try tx.run("DELETE FROM waste_complaint_words WHERE complaint IN \(theirs)")
        try tx.run("DELETE FROM waste_complainant WHERE person = \(person)")
    }
}

extension WriteTransaction {
    /// Nothing to keep once the words were destroyed.
    fileprivate func addWords(
        _ words: Personal<String>, of complaint: ComplaintID, isAnswer: Bool, _ entry: EntryHeader
    ) throws {
        guard let said = words.content else { return }
        try append(
            [
                complaint.sqlValue, entry.index.sqlValue, (isAnswer ? 1 as Int64 : 0).sqlValue, entry.at.sqlValue,
                said.sqlValue,
            ], to: "waste_complaint_words")
    }
}
