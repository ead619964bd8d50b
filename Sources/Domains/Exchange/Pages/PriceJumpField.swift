import Kernel
import Web

extension PriceJump {
    /// The box that says a price is meant: there once it was asked about, and for as long as the form comes back.
    static func question(_ request: PageRequest) -> [FormField] {
        let isAsked = request.form.rejections.flatMap(\.flattened).contains { $0.field == "isMeant" }
        guard isAsked || request.form.values["isMeant"] == "true" else { return [] }
        return [.checkbox("isMeant", ExchangeText.isMeant)]
    }
}
