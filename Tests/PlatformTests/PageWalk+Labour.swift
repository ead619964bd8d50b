import Kernel

@testable import Platform

extension PageWalk {
    /// An employer, somebody who looks for work, and an order of tomorrow on which she has a seat.
    func keepMarket() async throws {
        guard let agent = try practice.installation.findPrincipal(office: OfficeID("yusi-station") ?? .example),
            let number = IdentityNumber.completing("51050319750101012"),
            let second = IdentityNumber.completing("51050319760202034")
        else { return }
        let (employer, worker, order): (JSON, JSON, JSON) = ("farm", "worker-li", "order-1")
        let day = practice.clock.now().date.adding(days: 1)
        let place: JSON = .string(agent.division.text)
        let given: [(String, JSON)] = [
            (
                "labour.registerEmployer",
                ["employer": employer, "kind": "individual", "place": place, "publicName": "龙城果园"]
            ), ("labour.verifyEmployer", ["employer": employer, "paper": "营业执照"]),
            (
                "labour.registerWorker",
                [
                    "worker": worker, "place": place, "name": "李某", "identityNumber": .string(number.revealed),
                    "trades": ["harvest"], "consent": true,
                ]
            ), ("labour.seekWork", ["worker": worker, "isSeeking": true]),
            (
                "labour.postOrder",
                [
                    "order": order, "employer": employer, "trade": "harvest", "work": "摘果", "address": "坪上果园",
                    "conditions": "管午饭", "start": .integer(day.start.adding(seconds: 25_200).milliseconds),
                    "end": .integer(day.start.adding(seconds: 54_000).milliseconds), "seats": 5, "unit": "day",
                    "rateFen": 16_000, "cycle": "day", "insurance": "accident",
                ]
            ), ("labour.takeSeat", ["order": order, "worker": worker]),
            (
                "labour.registerWorker",
                [
                    "worker": "worker-zhou", "place": place, "name": "周某", "identityNumber": .string(second.revealed),
                    "trades": ["harvest"], "consent": true,
                ]
            ), ("labour.seekWork", ["worker": "worker-zhou", "isSeeking": true]),
            (
                "labour.formCrew",
                ["crew": "crew-1", "place": place, "leader": worker, "members": ["worker-zhou"], "consent": true]
            ),
            ("labour.openHall", ["place": place, "times": "18:00"]), ("labour.runRound", ["hall": place]),
        ]
        for (number, (command, arguments)) in given.enumerated() {
            let answer = try await practice.installation.writer.submit(
                Submission(command: command, arguments: arguments, principal: agent, key: "market-\(number)"))
            if case .rejected(let rejection) = answer { throw rejection }
        }
    }
}
