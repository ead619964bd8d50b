import Kernel
import Registry

/// The words of a lot's file. Written once and hashed: a word changed here changes the digest of files not closed yet.
enum FilingText {
    static let pack = Message(zh: "下载归档材料", en: "Download the file")
    static let digest = Message(zh: "归档摘要（SHA-256）", en: "Digest of the file (SHA-256)")

    /// A notice as it hung on the board, with the digest that was published with it.
    static func notice(_ notice: LotView.Notice) -> String {
        """
        \(notice.title.zh)
        \(notice.title.en)
        发布时间 Published: \(notice.publishedAt)
        摘要 Digest: \(notice.digest)

        \(notice.text.zh)

        \(notice.text.en)

        """
    }

    /// What was signed, in the order of art. 40 of the Rural Land Contracting Law. A natural person stands in it by the
    /// register's identifier; the name is on the paper that was signed and, covered, on the certificate.
    static func contract(_ contract: Contract, _ instalments: [Instalment], of view: LotView) -> String {
        let plan = instalments.map { "第\($0.number)期 \($0.due) \(ExchangeText.yuan($0.amount)) 元" }
        return """
            农村产权流转交易合同 \(contract.id)
            （《农村土地承包法》第四十条）
            标的：\(view.line.id)
            一、出租（转出）方：\(view.ownerName)（\(contract.lessor)）
            　　承租（受让）方登记编号：\(contract.lessee)
            二、标的物：\(view.line.assetName)（\(contract.asset)），坐落 \(view.line.villageName)，面积 \
            \(ExchangeText.mu(view.terms.area)) 亩
            三、流转方式：\(ExchangeText.way(contract.way).zh)；用途：\(contract.use)
            四、期限：\(contract.start) 至 \(contract.end)
            五、价款：\(ExchangeText.yuan(view.line.price ?? contract.unitPrice)) \
            \(ExchangeText.unit(view.line.priceUnit).zh)，总价 \(ExchangeText.yuan(contract.total)) 元
            六、付款：
            　　\(plan.joined(separator: "\n　　"))
            七、征收补偿归属、违约责任、到期地上物处置：按公告载明的条件和法律规定执行。

            """
    }
}
