import Kernel
import Registry
package import Storage

extension Disclosure {
    package static func project(_ event: Event, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        switch event {
        case .noticeOpened(let opened): try project(opened, entry, in: tx)
        case .noticeClosed(let closed):
            try tx.run("UPDATE notice SET closed_at = \(entry.at) WHERE notice = \(closed.notice)")
        case .objectionRaised(let raised): try project(raised, entry, in: tx)
        case .objectionAnswered(let answered):
            try tx.run(
                """
                UPDATE objection SET answer_zh = \(answered.answer.zh), answer_en = \(answered.answer.en),
                    answered_at = \(entry.at)
                WHERE notice = \(answered.notice) AND objection = \(answered.objection)
                """)
        case .objectionEscalated(let escalated):
            try tx.run(
                """
                UPDATE objection SET escalated_at = \(entry.at)
                WHERE notice = \(escalated.notice) AND objection = \(escalated.objection)
                """)
        case .contractDisclosed(let disclosed):
            for payment in disclosed.payments {
                try project(payment, of: disclosed.contract, disclosed.division, in: tx)
            }
        case .paymentRecorded(let recorded) where recorded.payment.amount == .zero:
            try tx.run(
                """
                DELETE FROM disclosed_payment WHERE contract = \(recorded.contract)
                    AND number = \(recorded.payment.number)
                """)
        case .paymentRecorded(let recorded):
            try project(recorded.payment, of: recorded.contract, recorded.division, in: tx)
        }
    }

    private static func project(_ opened: NoticeOpened, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        let open: Instant? = nil
        try tx.run(
            """
            INSERT INTO notice (notice, division, kind, subject, title_zh, title_en, body_zh, body_en, from_date,
                until_date, closes_at, digest, opened_at, closed_at)
            VALUES (\(opened.notice), \(opened.division), \(opened.kind), \(opened.subject), \(opened.title.zh),
                \(opened.title.en), \(opened.body.zh), \(opened.body.en), \(opened.from), \(opened.until),
                \(opened.closesAt), \(opened.digest), \(entry.at), \(open))
            """)
    }

    private static func project(_ raised: ObjectionRaised, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            INSERT INTO objection (notice, objection, raised_at, reply_by)
            VALUES (\(raised.notice), \(raised.objection), \(entry.at), \(raised.replyBy))
            """)
        guard let text = raised.text.content else { return }
        try tx.run(
            """
            INSERT INTO objection_text (notice, objection, text)
            VALUES (\(raised.notice), \(raised.objection), \(text))
            """)
    }

    private static func project(
        _ payment: Payment, of contract: ContractID, _ division: DivisionID, in tx: any WriteTransaction
    ) throws {
        let changed = try tx.run(
            """
            UPDATE disclosed_payment SET due = \(payment.due), amount_fen = \(payment.amount),
                paid_fen = \(payment.paid), paid_on = \(payment.paidOn)
            WHERE contract = \(contract) AND number = \(payment.number)
            """)
        guard changed == 0 else { return }
        try tx.run(
            """
            INSERT INTO disclosed_payment (contract, number, division, due, amount_fen, paid_fen, paid_on)
            VALUES (\(contract), \(payment.number), \(division), \(payment.due), \(payment.amount), \(payment.paid),
                \(payment.paidOn))
            """)
    }
}
