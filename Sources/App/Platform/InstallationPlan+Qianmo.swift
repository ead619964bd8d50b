import Disclosure
import Exchange
import Assembly
import Environment
import Cleanup
import Waste
import Kernel
import Labour
import Ledger
import OpenData
import Registry
import Skills
import Storage
import Supervision
import Web

extension InstallationPlan {
    /// The house of this program: its modules in the order of their dependencies, and what joins them.
    package static let qianmo: InstallationPlan = InstallationPlan(
        modules: [
            Registry.self, Exchange.self, Ledger.self, Disclosure.self,
            Assembly.self,
            Labour.self,
            Environment.self,
            Cleanup.self,
            Waste.self,
            Skills.self,
            Supervision.self,
            // new-domain: the next module stands above.
            LogBook.self,
        ],
        policies: [
            DraftReservesAsset.policy, EndReleasesAsset.policy, AwardBecomesContract.policy,
            CertifiedLotIsAuthenticated.policy, ContractOpensReceivable.policy, ReceivableIsDisclosed.policy,
            PaymentIsBooked.policy, BookedPaymentCounts.policy, EarlyEndFreesAsset.policy,
            EarlyEndClosesReceivable.policy, ClosedReceivableIsDisclosed.policy, PaymentIsDisclosed.policy,
            NoticeIsDisclosed.policy, ResultIsDisclosed.policy, BoardObjectionStopsLot.policy,
            LotObjectionIsDisclosed.policy, LotAnswerIsDisclosed.policy,
            NoticeObjectionHoldsLot.policy, NoticeAnswerReleasesLot.policy,
            PassedVoteBecomesResolution.policy, SetOffTakesBothSides.policy,
            ApprovedVoteBecomesResolution.policy,
            ErasureReachesRooms.policy, CertificateOpensTrade.policy, RevokedCertificateClosesTrade.policy,
            ReplacementIsIssued.policy, SuspendedCertificateClosesTrade.policy, LiftedSuspensionOpensTrade.policy,
            CheckInIsNoted.policy, WorkedHoursAreNoted.policy, PaidWagesAreNoted.policy,
            ArrearBlocksEmployer.policy, RoundMakesOffers.policy, WagesAreBooked.policy, PaidWagesAreBooked.policy,
            OfferedHeapBecomesLot.policy, SignedLotSellsHeap.policy, EndedLotFreesHeap.policy, EarlyEndFreesHeap.policy,
            ResolutionIsHeldAgainstRoll.policy, UsedResolutionWasDeliberated.policy, HaulageIsBooked.policy,
            AmendmentRevisesReceivable.policy, RevisedReceivableIsDisclosed.policy,
        ] + ResolutionIsUsed.policies,
        path: { try DivisionQueries.findPath($0, in: $1) },
        office: { id, tx in
            try OfficeQueries.find(id, in: tx).flatMap { $0.isOpen ? $0.principal : nil }
        },
        owns: { person, stream, tx in
            let parts = stream.split(separator: "/", maxSplits: 1).map(String.init)
            guard parts.count == 2, parts[0] == "contract", let id = ContractID(parts[1]) else { return false }
            return try ContractQueries.find(id, in: tx)?.lessee.text == person.text
        },
        rooms: [
            RoomRoutes("Registry", title: Registry.title) { database, log in
                Registry.routes(
                    database: database, desk: log.desk, faces: faces(database), finds: finds(database),
                    late: Ledger.lateContracts, paid: Disclosure.standings)
            },
            RoomRoutes("Exchange", title: Exchange.title) { database, log in
                Exchange.routes(
                    database: database, desk: log.desk, receipt: { try log.receipt($0) }, logKey: log.verifier,
                    record: { try OpenData.record(of: $0, at: $1, in: $2) })
            },
            RoomRoutes("Supervision", title: Supervision.title) { database, _ in
                Supervision.routes(database: database)
            },
            RoomRoutes("OpenData") { database, _ in OpenData.routes(database: database) },
            RoomRoutes("Ledger", title: Ledger.title) { database, _ in Ledger.routes(database: database) },
            RoomRoutes("Disclosure", title: Disclosure.title) { database, log in
                Disclosure.routes(
                    database: database, log: PublicLogSource(log, database, InstallationPlan.qianmo.modules))
            },
            RoomRoutes("Assembly", title: Assembly.title) { database, log in
                Assembly.routes(database: database, desk: log.desk)
            },
            RoomRoutes("Labour", title: Labour.title) { database, log in
                Labour.routes(database: database, desk: log.desk, receipt: { try log.receipt($0) })
            },
            RoomRoutes("Environment", title: Environment.title) { database, log in
                Environment.routes(
                    database: database, hours: log.folder.map { HourBook(of: $0) }, paid: Disclosure.standings)
            },
            RoomRoutes("Cleanup", title: Cleanup.title) { database, log in
                Cleanup.routes(database: database, desk: log.desk)
            },
            RoomRoutes("Waste", title: Waste.title) { database, _ in Waste.routes(database: database) },
            RoomRoutes("Skills", title: Skills.title) { database, log in
                Skills.routes(database: database, issuer: BadgeIssuer(secret: log.secret), desk: log.desk)
            },
            // new-domain: the next room's addresses stand above.
        ],
        years: { try CalendarQueries.years(in: $0) })

    /// What the rooms find to somebody's words.
    private static func finds(_ database: any Database) -> [FindSource] {
        [
            Registry.finding(database), Exchange.finding(database), Disclosure.finding(database),
            // A room with things of its own to find stands above.
        ]
    }

    /// What the rooms show of a place, on its page and on the first one.
    private static func faces(_ database: any Database) -> [FaceSource] {
        [
            Registry.face(database, late: Ledger.lateContracts), Exchange.face(database), Ledger.face(database),
            Disclosure.face(database), Cleanup.face(database),
            // A room that has something to show of a place stands above.
        ]
    }
}
