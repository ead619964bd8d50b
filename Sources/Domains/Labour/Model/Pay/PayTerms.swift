package import Kernel

/// How a day shorter than agreed is paid; said on the order.
package enum ShortDayRule: String, FieldChoice { case byHour, halfDaySteps, fullDayIfSent }

/// What `rate` is paid for.
package enum PayUnit: String, FieldChoice { case day, hour, piece }

/// The written terms of pay of one order.
package struct PayTerms: Sendable, Hashable {
    package let unit: PayUnit
    package let rate: Money
    package let cycle: PayCycle
    package let shortDay: ShortDayRule
    /// Paid when the employer cancels after the worker set out, or sends her home: so many minutes at least.
    package let callOutMinutes: Int64

    package init(unit: PayUnit, rate: Money, cycle: PayCycle, shortDay: ShortDayRule = .byHour, callOutMinutes: Int64) {
        self.unit = unit
        self.rate = rate
        self.cycle = cycle
        self.shortDay = shortDay
        self.callOutMinutes = callOutMinutes
    }

    /// The wage of a whole shift of `agreed` minutes, for the minimum wage check; nil by the piece, where it depends.
    package func wage(forMinutes agreed: Int64) throws(Rejection) -> Money? {
        switch unit {
        case .day: rate
        case .hour: try rate.scaled(by: agreed, over: 60)
        case .piece: nil
        }
    }

    /// The slip for `worked` minutes of an agreed shift. Time past the agreed end is overtime, at half as much again
    /// (Labour Law, art. 44). Each line is rounded once.
    package func slip(agreed: Int64, worked: Int64, pieces: Int64 = 0, isSentHome: Bool = false) throws(Rejection)
        -> PaySlip
    {
        guard agreed > 0 else { throw LabourRefusal.shiftBackwards() }
        if unit == .piece { return try pieceSlip(agreed: agreed, worked: worked, pieces: pieces, isSentHome) }
        let counted = min(worked, agreed)
        var lines: [PayLine] = []
        let basic = try basicPay(agreed: agreed, counted: counted, isSentHome: isSentHome)
        if basic > .zero { lines.append(PayLine(unit == .day ? .day : .hours, amount: basic)) }
        if worked > agreed {
            let overtime = try proportion(of: 3 * (worked - agreed), over: 2, agreed: agreed)
            lines.append(PayLine(.overtime, amount: overtime))
        }
        let floor = try callOut(agreed: agreed)
        if isSentHome, basic < floor { lines.append(PayLine(.callOut, amount: floor - basic)) }
        return PaySlip(lines)
    }

    /// What a worker gets whose employer cancelled after she set out.
    package func callOut(agreed: Int64) throws(Rejection) -> Money {
        guard unit != .piece else { return .zero }
        return try proportion(of: min(callOutMinutes, agreed), over: 1, agreed: agreed)
    }

    private func pieceSlip(agreed: Int64, worked: Int64, pieces: Int64, _ isSentHome: Bool) throws(Rejection) -> PaySlip
    {
        guard pieces >= 0 else { throw LabourRefusal.amountMissing() }
        return PaySlip(pieces == 0 ? [] : [PayLine(.pieces, amount: try rate.scaled(by: pieces))])
    }

    private func basicPay(agreed: Int64, counted: Int64, isSentHome: Bool) throws(Rejection) -> Money {
        guard unit == .day else { return try rate.scaled(by: counted, over: 60) }
        switch shortDay {
        case .fullDayIfSent where isSentHome && counted > 0: return rate
        case .fullDayIfSent, .byHour: return try rate.scaled(by: counted, over: agreed)
        case .halfDaySteps:
            let halves: Int64 = counted == 0 ? 0 : counted * 2 <= agreed ? 1 : 2
            return try rate.scaled(by: halves, over: 2)
        }
    }

    /// Pay for `parts` ÷ `over` minutes, rounded once.
    private func proportion(of parts: Int64, over: Int64, agreed: Int64) throws(Rejection) -> Money {
        try rate.scaled(by: parts, over: over * (unit == .day ? agreed : 60))
    }
}
