package import Kernel

/// How injury is covered; shown before anybody says yes.
package enum Insurance: String, FieldChoice { case workInjury, singleLine, pilot, employersLiability, accident, none }

/// What an order says: the facts that Order 700, art. 24 asks of a job, the shift and the pay.
package struct OrderTerms: FieldRecord, Hashable {
    package let employer: EmployerID
    package let trade: Trade
    package let work: String
    package let address: String
    package let conditions: String
    package let start: Instant
    package let end: Instant
    package let seats: Int64
    package let unit: PayUnit
    package let rate: Money
    package let cycle: PayCycle
    package let shortDay: ShortDayRule
    package let workKind: WorkKind
    package let insurance: Insurance
    /// Number of the policy and its period.
    package var policy: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            employer: pass.value("employer", \.employer), trade: pass.value("trade", \.trade),
            work: pass.value("work", \.work), address: pass.value("address", \.address),
            conditions: pass.value("conditions", \.conditions), start: pass.value("start", \.start),
            end: pass.value("end", \.end), seats: pass.whole("seats", \.seats, in: SerialNumberDomain.self),
            unit: pass.value("unit", \.unit), rate: pass.value("rateFen", \.rate),
            cycle: pass.value("cycle", \.cycle), shortDay: pass.value("shortDay", \.shortDay, absent: .byHour),
            workKind: pass.value("workKind", \.workKind, absent: .fullTime),
            insurance: pass.value("insurance", \.insurance), policy: pass.optional("policy", \.policy))
    }

    package func shift() throws(Rejection) -> Shift { try Shift(start, end) }

    func pay(callOutMinutes: Int64) -> PayTerms {
        PayTerms(unit: unit, rate: rate, cycle: cycle, shortDay: shortDay, callOutMinutes: callOutMinutes)
    }

    /// The same order on another day: the clock times and the length stay.
    func moved(to day: CivilDate) -> OrderTerms {
        let days = Int64(day.dayNumber - start.date.dayNumber)
        return OrderTerms(
            employer: employer, trade: trade, work: work, address: address, conditions: conditions,
            start: start.adding(days: days), end: end.adding(days: days), seats: seats, unit: unit, rate: rate,
            cycle: cycle, shortDay: shortDay, workKind: workKind, insurance: insurance, policy: policy)
    }
}

/// What an order is held against besides itself.
package struct OrderFigures: Sendable, Hashable {
    package let hourFullTime: Money
    package let hourPartTime: Money
    package let mostHours: Int64
    package let callOutSeconds: Int64

    /// Throws the first rule the terms break on `now` (the field's section 1.3).
    func check(_ terms: OrderTerms, at now: Instant) throws(Rejection) {
        let shift = try terms.shift()
        guard terms.start > now else { throw LabourRefusal.startsInPast() }
        guard shift.minutes <= mostHours * 60 else { throw LabourRefusal.shiftTooLong(mostHours) }
        guard (1...500).contains(terms.seats) else { throw LabourRefusal.seatsOutOfRange() }
        for text in [terms.work, terms.address, terms.conditions] where text.isBlank {
            throw LabourRefusal.factMissing()
        }
        for text in [terms.work, terms.address, terms.conditions] {
            if let word = OrderWords.findForbidden(in: text, on: now.date) { throw LabourRefusal.wordForbidden(word) }
        }
        guard terms.rate > .zero else { throw LabourRefusal.amountMissing().at("rateFen") }
        if terms.workKind == .partTime, terms.cycle == .month { throw LabourRefusal.cycleTooLong() }
        let floor = WageFloor(month: .zero, hourFullTime: hourFullTime, hourPartTime: hourPartTime)
        if let wage = try terms.pay(callOutMinutes: 0).wage(forMinutes: shift.minutes),
            !floor.allows(wage, forMinutes: shift.minutes, terms.workKind)
        {
            throw LabourRefusal.belowMinimum(floor.hour(terms.workKind).plainYuan)
        }
        if terms.insurance == .none, TradeRule.of(terms.trade, on: terms.start.date).isHighRisk {
            throw LabourRefusal.insuranceMissing()
        }
    }
}
