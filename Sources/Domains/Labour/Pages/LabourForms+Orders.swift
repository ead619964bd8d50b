import Kernel
import Registry
import Storage
import Web

extension LabourForm {
    /// An order of the address: its desks' and its employer's.
    static let ofOrder: VerbForm.Thing = { request, tx in
        guard let id = request.identifier("order", as: LabourOrderName.self) else { return nil }
        return try LabourQueries.findOrder(id, in: tx).map {
            Belonging(at: $0.place, of: PersonID($0.terms.employer.text))
        }
    }

    /// One person's work on an order: the order's desks' and her own.
    static let ofWork: VerbForm.Thing = { request, tx in
        guard let order = try ofOrder(request, tx), let worker = try WorkerPage.thing(request, tx) else { return nil }
        return Belonging(at: order.place, of: worker.holder)
    }

    static let post = form(
        "/labour/employers/{employer}/order", PostOrder.self,
        target: "/labour/orders/{id}", of: EmployerPage.thing,
        fields: { request, _ in
            let tomorrow = request.now.date.adding(days: 1).start
            return VerbForm.hidden("employer", of: request) + [
                .choice(
                    "trade", LabourWords.trade, VerbForm.options(request) { (trade: Trade) in trade.label },
                    value: "general"),
                .text("work", LabourWords.work), .text("address", LabourWords.where_),
                .text("conditions", LabourWords.conditions),
                .instant("start", LabourWords.start, value: tomorrow.adding(seconds: 7 * 3_600)),
                .instant("end", LabourWords.end, value: tomorrow.adding(seconds: 17 * 3_600)),
                .number("seats", LabourWords.seats, value: 1), .money("rateFen", LabourWords.rate),
                .choice(
                    "unit", LabourWords.unit, VerbForm.options(request) { (unit: PayUnit) in unit.label }, value: "day"),
                .choice(
                    "cycle", LabourWords.paidWhen, VerbForm.options(request) { (cycle: PayCycle) in cycle.label },
                    value: "day"),
                .choice(
                    "shortDay", LabourWords.shortDay, VerbForm.options(request) { (rule: ShortDayRule) in rule.label },
                    value: "byHour"),
                .choice(
                    "workKind", LabourWords.kindOfWork, VerbForm.options(request) { (kind: WorkKind) in kind.label },
                    value: "fullTime"),
                .choice(
                    "insurance", LabourWords.insurance, VerbForm.options(request) { (one: Insurance) in one.label }),
                .text("policy", LabourWords.policy, optional: true),
            ]
        })

    /// Three taps from the employer's page: repeat, look, send.
    static let again = form(
        "/labour/orders/{order}/repeat", RepeatOrder.self,
        target: "/labour/orders/{id}", of: ofOrder,
        fields: { request, _ in
            [
                .hidden("earlier", request.parameters["order"] ?? ""),
                .date("day", LabourWords.day, value: request.now.date.adding(days: 1)),
            ]
        })

    static let seats = form(
        "/labour/orders/{order}/seats", ChangeSeats.self,
        target: "/labour/orders/{order}", of: ofOrder,
        fields: { request, _ in VerbForm.hidden("order", of: request) + [.number("seats", LabourWords.seats)] })

    static let cancel = form(
        "/labour/orders/{order}/cancel", CancelOrder.self,
        target: "/labour/orders/{order}", of: ofOrder,
        fields: { request, _ in VerbForm.hidden("order", of: request) + [.text("reason", LabourWords.reason)] })

    static let take = form(
        "/labour/workers/{worker}/orders/{order}/take", TakeSeat.self,
        target: "/labour/workers/{worker}", of: ofWork,
        fields: { request, _ in
            VerbForm.hidden("order", "worker", of: request) + [.checkbox("mayWait", LabourWords.mayWait)]
        })

    /// Her answer to an offer: no. It costs nothing.
    static let decline = form(
        "/labour/workers/{worker}/orders/{order}/decline", DeclineOffer.self,
        target: "/labour/workers/{worker}", of: ofWork,
        fields: { request, _ in VerbForm.hidden("order", "worker", of: request) })

    static let giveUp = ofSeat("/giveup", GiveUpSeat.self)
    static let noShow = ofSeat("/noshow", RecordNoShow.self)

    private static func ofSeat(_ path: String, _ command: any LabourCommand.Type) -> VerbForm {
        form(
            "/labour/orders/{order}/workers/{worker}" + path, command,
            target: "/labour/orders/{order}", of: ofWork,
            fields: { request, _ in VerbForm.hidden("order", "worker", of: request) })
    }

    static let checkIn = form(
        "/labour/orders/{order}/workers/{worker}/checkin", CheckIn.self,
        target: "/labour/orders/{order}", of: ofWork,
        fields: { request, _ in
            VerbForm.hidden("order", "worker", of: request) + [
                .instant("deviceAt", LabourWords.deviceAt, optional: true)
            ]
        })

    static let hours = form(
        "/labour/orders/{order}/workers/{worker}/hours", ConfirmHours.self, target: "/labour/orders/{order}",
        of: ofOrder,
        fields: { request, tx in
            let order = try request.identifier("order", as: LabourOrderName.self).flatMap {
                try LabourQueries.findOrder($0, in: tx)
            }
            let agreed = order.map { ($0.terms.end.milliseconds - $0.terms.start.milliseconds) / 60_000 }
            return VerbForm.hidden("order", "worker", of: request) + [
                .number("minutes", LabourWords.minutes, value: agreed),
                .number("pieces", LabourWords.pieces, optional: true),
                .money("mealFen", LabourWords.meal, optional: true), .checkbox("sentHome", LabourWords.sentHome),
            ]
        })

    static let pay = form(
        "/labour/orders/{order}/workers/{worker}/pay", PayWages.self,
        note: LabourWords.payToHer, target: "/labour/orders/{order}", of: ofOrder,
        fields: { request, tx in
            let worker = request.identifier("worker", as: WorkerName.self)
            let order = request.identifier("order", as: LabourOrderName.self)
            let owed = try worker.flatMap { worker in
                try order.flatMap { try LabourQueries.findEngagement(worker, on: $0, in: tx) }
            }?.owed
            return VerbForm.hidden("order", "worker", of: request) + [
                .hidden("payee", request.parameters["worker"] ?? ""),
                .money("amountFen", LabourWords.amount, value: owed),
                .choice(
                    "method", LabourWords.method, VerbForm.options(request) { (method: PayMethod) in method.label }),
                .text("reference", LabourWords.reference),
            ]
        })
}
