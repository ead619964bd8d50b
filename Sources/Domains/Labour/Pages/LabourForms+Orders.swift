import Kernel
import Registry
import Storage
import Web

extension LabourForm {
    /// An order of the address: its desks' and its employer's.
    static let ofOrder: @Sendable (PageRequest, any ReadTransaction) throws -> Belonging? = { request, tx in
        guard let id = request.identifier("order", as: LabourOrderName.self) else { return nil }
        return try LabourQueries.findOrder(id, in: tx).map {
            Belonging(at: $0.place, of: PersonID($0.terms.employer.text))
        }
    }

    /// One person's work on an order: the order's desks' and her own.
    static let ofWork: @Sendable (PageRequest, any ReadTransaction) throws -> Belonging? = { request, tx in
        guard let order = try ofOrder(request, tx), let worker = try WorkerPage.thing(request, tx) else { return nil }
        return Belonging(at: order.place, of: worker.holder)
    }

    static let post = LabourForm(
        path: "/labour/employers/{employer}/order", command: PostOrder.self, title: LabourText.postOrder,
        target: "/labour/orders/{id}", thing: EmployerPage.thing,
        fields: { request, _ in
            let tomorrow = request.now.date.adding(days: 1).start
            return hidden("employer", of: request) + [
                .choice(
                    "trade", LabourWords.trade, options(request) { (trade: Trade) in trade.label }, value: "general"),
                .text("work", LabourWords.work), .text("address", LabourWords.where_),
                .text("conditions", LabourWords.conditions),
                .instant("start", LabourWords.start, value: tomorrow.adding(seconds: 7 * 3_600)),
                .instant("end", LabourWords.end, value: tomorrow.adding(seconds: 17 * 3_600)),
                .number("seats", LabourWords.seats, value: 1), .money("rateFen", LabourWords.rate),
                .choice("unit", LabourWords.unit, options(request) { (unit: PayUnit) in unit.label }, value: "day"),
                .choice(
                    "cycle", LabourWords.paidWhen, options(request) { (cycle: PayCycle) in cycle.label }, value: "day"),
                .choice(
                    "shortDay", LabourWords.shortDay, options(request) { (rule: ShortDayRule) in rule.label },
                    value: "byHour"),
                .choice(
                    "workKind", LabourWords.kindOfWork, options(request) { (kind: WorkKind) in kind.label },
                    value: "fullTime"),
                .choice("insurance", LabourWords.insurance, options(request) { (one: Insurance) in one.label }),
                .text("policy", LabourWords.policy, optional: true),
            ]
        })

    /// Three taps from the employer's page: repeat, look, send.
    static let again = LabourForm(
        path: "/labour/orders/{order}/repeat", command: RepeatOrder.self, title: LabourText.repeatOrder,
        target: "/labour/orders/{id}", thing: ofOrder,
        fields: { request, _ in
            [
                .hidden("earlier", request.parameters["order"] ?? ""),
                .date("day", LabourWords.day, value: request.now.date.adding(days: 1)),
            ]
        })

    static let seats = LabourForm(
        path: "/labour/orders/{order}/seats", command: ChangeSeats.self, title: LabourText.changeSeats,
        target: "/labour/orders/{order}", thing: ofOrder,
        fields: { request, _ in hidden("order", of: request) + [.number("seats", LabourWords.seats)] })

    static let cancel = LabourForm(
        path: "/labour/orders/{order}/cancel", command: CancelOrder.self, title: LabourText.cancelOrder,
        target: "/labour/orders/{order}", thing: ofOrder,
        fields: { request, _ in hidden("order", of: request) + [.text("reason", LabourWords.reason)] })

    static let take = LabourForm(
        path: "/labour/workers/{worker}/orders/{order}/take", command: TakeSeat.self, title: LabourText.takeSeat,
        target: "/labour/workers/{worker}", thing: ofWork,
        fields: { request, _ in hidden("order", "worker", of: request) + [.checkbox("mayWait", LabourWords.mayWait)] })

    static let giveUp = ofSeat("/giveup", GiveUpSeat.self, LabourText.giveUpSeat)
    static let noShow = ofSeat("/noshow", RecordNoShow.self, LabourText.recordNoShow)

    private static func ofSeat(_ path: String, _ command: any LabourCommand.Type, _ title: Message) -> LabourForm {
        LabourForm(
            path: "/labour/orders/{order}/workers/{worker}" + path, command: command, title: title,
            target: "/labour/orders/{order}", thing: ofWork,
            fields: { request, _ in hidden("order", "worker", of: request) })
    }

    static let checkIn = LabourForm(
        path: "/labour/orders/{order}/workers/{worker}/checkin", command: CheckIn.self, title: LabourText.checkIn,
        target: "/labour/orders/{order}", thing: ofWork,
        fields: { request, _ in
            hidden("order", "worker", of: request) + [.instant("deviceAt", LabourWords.deviceAt, optional: true)]
        })

    static let hours = LabourForm(
        path: "/labour/orders/{order}/workers/{worker}/hours", command: ConfirmHours.self,
        title: LabourText.confirmHours, target: "/labour/orders/{order}", thing: ofOrder,
        fields: { request, tx in
            let order = try request.identifier("order", as: LabourOrderName.self).flatMap {
                try LabourQueries.findOrder($0, in: tx)
            }
            let agreed = order.map { ($0.terms.end.milliseconds - $0.terms.start.milliseconds) / 60_000 }
            return hidden("order", "worker", of: request) + [
                .number("minutes", LabourWords.minutes, value: agreed),
                .number("pieces", LabourWords.pieces, optional: true),
                .money("mealFen", LabourWords.meal, optional: true), .checkbox("sentHome", LabourWords.sentHome),
            ]
        })

    static let pay = LabourForm(
        path: "/labour/orders/{order}/workers/{worker}/pay", command: PayWages.self, title: LabourText.payWages,
        note: LabourWords.payToHer, target: "/labour/orders/{order}", thing: ofOrder,
        fields: { request, tx in
            let worker = request.identifier("worker", as: WorkerName.self)
            let order = request.identifier("order", as: LabourOrderName.self)
            let owed = try worker.flatMap { worker in
                try order.flatMap { try LabourQueries.findEngagement(worker, on: $0, in: tx) }
            }?.owed
            return hidden("order", "worker", of: request) + [
                .hidden("payee", request.parameters["worker"] ?? ""),
                .money("amountFen", LabourWords.amount, value: owed),
                .choice("method", LabourWords.method, options(request) { (method: PayMethod) in method.label }),
                .text("reference", LabourWords.reference),
            ]
        })
}
