package import Kernel

/// The ways in which the room says no; numbers 10001–10999.
package struct WasteRefusal: DomainRefusal {
    package let statement: RefusalStatement

    package init(_ statement: RefusalStatement) { self.statement = statement }

    package static let all: [WasteRefusal] = [
        .placeUnknown, .siteKnown, .nameMissing, .siteUnknown, .scaleKnown, .scaleUnknown, .verificationOver,
        .certificateMissing, .noStockHere, .dayToCome, .reasonMissing, .ticketKnown, .sameSite, .severalOrigins,
        .scaleElsewhere, .scaleNotVerified, .vehicleMissing, .tareNotBelowGross, .weighedLater, .weighedLongAgo,
        .enteredTwice, .tareOff, .departureMissing, .departureUnknown, .ticketUnknown, .ticketIsVoid, .ownTicket,
        .complaintKnown, .complaintUnknown, .wordsMissing, .complaintsUsedUp, .complaintAnswered,
        .complaintNotAnswered, .complaintClosed, .complaintForgotten, .complaintOfPerson, .closingReasonMissing,
        .ownAnswer, .complaintEndsWithPerson, .vehicleKnown, .plateKnown, .vehicleUnknown, .vehicleRetired,
        .ownerUnknown, .nothingCarried, .slipMissing, .tareOlder, .tareOld, .notCarried, .overloaded,
        .roundKnown, .driverUnknown, .noPoints, .notAPoint, .pointTwice, .dayOver, .roundUnknown, .roundCancelled,
        .notOnRound, .markedLater, .markedOtherDay, .haulageKnown, .haulageUnknown, .haulerUnknown, .payerUnknown,
        .ownHauler, .agentUnknown, .priceMissing, .endsBeforeBegin, .haulageTwice, .monthOutside, .monthNotOver,
        .settlementFixed, .amountTooLarge, .settlementMissing, .settlementStale, .settlementNotAgreed,
        .settlementConfirmed, .ownSettlement, .dayOutside, .amountMissing, .assessmentUnknown, .ticketSettled,
        .vehicleOnShift, .driverOnShift, .shiftLater, .shiftLongAgo, .notOnShift, .endsBeforeStart, .shiftTooLong,
        .nothingSortedHere, .sortedLongAgo, .countedAlready, .saleKnown, .nothingOffered, .beyondHeap, .sellerUnknown,
        .sellerElsewhere, .reserveMissing, .fetchTooSoon, .saleUnknown, .saleNotSold, .saleMissing, .saleElsewhere,
        .beyondSale, .beyondStock, .handedOtherwise, .nothingLost, .lossWithoutReason,
    ]

    private static let fromTheList = Message(zh: "请从列表中选择。", en: "Choose one from the list.")

    package static let placeUnknown = Self(
        10001, .notFound, field: "place",
        zh: "没有登记过地方“{1}”。",
        en: "No place “{1}” is registered.",
        next: fromTheList,
        example: ["p140404101"])

    package static let siteKnown = Self(
        10002, .conflict, field: "site",
        zh: "场所编号“{1}”已经用过。",
        en: "Site “{1}” is registered already.",
        next: Message(zh: "请换一个编号。", en: "Choose another number."),
        example: ["station-1"])

    package static let nameMissing = Self(
        10003, .badInput, field: "name",
        zh: "请填写名称。",
        en: "The name is missing.",
        next: Message(zh: "请填写后重新提交。", en: "Fill it in and send it again."))

    package static let siteUnknown = Self(
        10004, .notFound, field: "site",
        zh: "没有登记过场所“{1}”。",
        en: "No site “{1}” is registered.",
        next: fromTheList,
        example: ["station-1"])

    package static let scaleKnown = Self(
        10005, .conflict, field: "scale",
        zh: "地磅编号“{1}”已经用过。",
        en: "Scale “{1}” is registered already.",
        next: Message(zh: "请换一个编号。", en: "Choose another number."),
        example: ["scale-1"])

    package static let scaleUnknown = Self(
        10006, .notFound, field: "scale",
        zh: "没有登记过地磅“{1}”。",
        en: "No scale “{1}” is registered.",
        next: fromTheList,
        example: ["scale-1"])

    package static let verificationOver = Self(
        10007, .badInput, field: "until",
        zh: "检定有效期到 {1}，不在现有有效期之后。",
        en: "A verification until {1} does not reach beyond the one that holds.",
        next: Message(zh: "请按检定证书填写有效期。", en: "Enter the last day the certificate gives."),
        basis: LegalBasis(Message(zh: "计量法第九条", en: "Metrology Law art. 9"), source: "environment 13"),
        example: [CivilDate.example])

    package static let certificateMissing = Self(
        10008, .badInput, field: "certificate",
        zh: "请填写检定证书编号。",
        en: "The number of the verification certificate is missing.",
        next: Message(zh: "请照证书填写。", en: "Copy it from the certificate."))

    package static let noStockHere = Self(
        10009, field: "site",
        zh: "只有转运站和处理厂需要盘存。",
        en: "Stock is read at stations and plants only.",
        next: Message(zh: "请选择转运站或处理厂。", en: "Choose a station or a plant."))

    package static let dayToCome = Self(
        10010, .badInput, field: "day",
        zh: "这一天还没有到。",
        en: "That day is still to come.",
        next: Message(zh: "请填写今天或以前的日期。", en: "Enter today or an earlier day."))

    package static let reasonMissing = Self(
        10011, .badInput, field: "reason",
        zh: "更正或作废要写明原因。",
        en: "A correction says why.",
        next: Message(zh: "请填写原因。", en: "Give the reason."))
}
