import Kernel

extension WasteRefusal {
    package static let nothingSortedHere = Self(
        10107, field: "site",
        zh: "这类场所不分拣可回收物。",
        en: "No recyclables are sorted at a site of this kind.",
        next: Message(zh: "请选择收集点、转运站、处理厂或堆肥点。", en: "Choose a point, a station, a plant or a compost site."))

    package static let sortedLongAgo = Self(
        10108, .badInput, field: "day",
        zh: "{1} 天以前的分拣称重不能再补录。",
        en: "What was sorted more than {1} days ago can no longer be entered.",
        next: Message(zh: "请盘点这一堆，写明原因。", en: "Count the heap instead, and say why."),
        example: [Int64(7)])

    package static let countedAlready = Self(
        10109, .conflict, field: "kilograms",
        zh: "盘点数与账上一样。",
        en: "The book says the same.",
        next: Message(zh: "不用再办。", en: "Nothing more is to be done."))

    package static let saleKnown = Self(
        10110, .conflict, field: "sale",
        zh: "出售编号“{1}”已经用过。",
        en: "Sale “{1}” is entered already.",
        next: Message(zh: "不填编号，由系统编号。", en: "Leave the number to the program."),
        example: ["lot-000001"])

    package static let nothingOffered = Self(
        10111, .badInput, field: "kilograms",
        zh: "请填写要卖多少千克。",
        en: "The quantity is missing.",
        next: Message(zh: "按过磅的库存填写。", en: "Enter it in kilograms, by what was weighed."))

    package static let beyondHeap = Self(
        10112, .conflict, field: "kilograms",
        zh: "过磅库存里可卖的只有 {1} 千克。",
        en: "Only {1} kg were weighed and are free to sell.",
        next: Message(zh: "请改小数量，或先登记分拣称重、盘点。", en: "Offer less, or enter what was sorted or counted first."),
        example: [Int64(800)])

    package static let sellerUnknown = Self(
        10113, .notFound, field: "seller",
        zh: "没有登记过单位“{1}”。",
        en: "No organisation “{1}” is registered.",
        next: Message(zh: "请从列表中选择出售单位。", en: "Choose the seller from the list."),
        example: ["sanitation"])

    package static let sellerElsewhere = Self(
        10114, field: "seller",
        zh: "出售单位不在场所所在地或其上级。",
        en: "The seller is at home neither where the site lies nor above it.",
        next: Message(zh: "请选择场所所在村、乡镇或县的单位。", en: "Choose an organisation of the site’s village, township or county."))

    package static let reserveMissing = Self(
        10115, .badInput, field: "reserveFen",
        zh: "底价要大于零。",
        en: "The reserve price is above zero.",
        next: Message(zh: "请填写整批的底价。", en: "Enter the lowest price for all of it."))

    package static let fetchTooSoon = Self(
        10116, .badInput, field: "fetchBy",
        zh: "提货期限至少在 {1} 天以后：公告、竞价、公示、签约都要时间。",
        en: "The buyer needs at least {1} days: notice, auction, publicity and signing come first.",
        next: Message(zh: "请改晚提货期限。", en: "Choose a later day."),
        example: [Int64(30)])

    package static let saleUnknown = Self(
        10117, .notFound, field: "sale",
        zh: "没有这笔出售“{1}”。",
        en: "There is no sale “{1}”.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: ["lot-000001"])

    package static let saleNotSold = Self(
        10118, .conflict, field: "sale",
        zh: "这批货没有已签订、还没交完的合同。",
        en: "There is no contract for it that is still to be fetched.",
        next: Message(zh: "等交易成交、签订合同后再过磅出货。", en: "Wait until it is sold and signed for."))

    package static let saleMissing = Self(
        10119, .badInput, field: "sale",
        zh: "这里有分拣好的可回收物，出货要选是哪一笔出售。",
        en: "Sorted recyclables lie here: a load for a recycler names the sale it belongs to.",
        next: Message(zh: "请选择出售，或先把这批货挂牌。", en: "Choose the sale, or offer the heap first."))

    package static let saleElsewhere = Self(
        10120, .badInput, field: "sale",
        zh: "选了出售的磅单，要从那个场所拉可回收物到回收商。",
        en: "A load of a sale takes recyclables from its site to a recycler.",
        next: Message(zh: "请核对来源、去向和种类。", en: "Check where it comes from, where it goes and what it is."))

    package static let beyondSale = Self(
        10121, .conflict, field: "gross",
        zh: "这笔出售还能出 {1} 千克，这一车超过了。",
        en: "Only {1} kg of this sale are left to fetch; the load is more.",
        next: Message(zh: "请卸下多出的部分，重新过磅。", en: "Take off what is too much and weigh it again."),
        example: [Int64(800)])

    package static let beyondStock = Self(
        10122, .conflict, field: "gross",
        zh: "账上这种可回收物只有 {1} 千克，这一车超过了。",
        en: "By the book only {1} kg of it lie here; the load is more.",
        next: Message(zh: "请先登记分拣称重，或盘点后再出货。", en: "Enter what was sorted, or count the heap, first."),
        example: [Int64(800)])

    package static let handedOtherwise = Self(
        10123, .badInput, field: "reason",
        zh: "卖了 {1} 千克，磅单合计 {2} 千克，相差超过 2 %，要写明原因。",
        en: "{1} kg were sold and {2} kg weighed out: more than 2 % apart needs a reason.",
        next: Message(zh: "请填写原因，或等提完再办。", en: "Give the reason, or wait until all of it is fetched."),
        example: [Int64(800), Int64(600)])
}
