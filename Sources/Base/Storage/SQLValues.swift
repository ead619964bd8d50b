package import Kernel

extension Int64: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) {
        guard case .integer(let number) = sqlValue else { throw StorageError.unexpected("an integer", sqlValue) }
        self = number
    }
    package var sqlValue: SQLValue { .integer(self) }
}

extension Int: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) { self = Int(try Int64(sqlValue: sqlValue)) }
    package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Bool: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) { self = try Int64(sqlValue: sqlValue) != 0 }
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension String: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) {
        guard case .text(let text) = sqlValue else { throw StorageError.unexpected("a text", sqlValue) }
        self = text
    }
    package var sqlValue: SQLValue { .text(self) }
}

extension [UInt8]: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) {
        guard case .blob(let bytes) = sqlValue else { throw StorageError.unexpected("a blob", sqlValue) }
        self = bytes
    }
    package var sqlValue: SQLValue { .blob(self) }
}

extension Instant: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) { self.init(milliseconds: try Int64(sqlValue: sqlValue)) }
    package var sqlValue: SQLValue { .integer(milliseconds) }
}

extension Identifier: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) {
        guard case .text(let text) = sqlValue, let identifier = Identifier(text) else {
            throw StorageError.unexpected("an identifier", sqlValue)
        }
        self = identifier
    }
    package var sqlValue: SQLValue { .text(text) }
}

extension FieldChoice where Self: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) {
        guard case .text(let text) = sqlValue, let choice = Self(rawValue: text) else {
            throw StorageError.unexpected("one of the choices", sqlValue)
        }
        self = choice
    }
    package var sqlValue: SQLValue { .text(rawValue) }
}

extension Money: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) { self.init(fen: try Int64(sqlValue: sqlValue)) }
    package var sqlValue: SQLValue { .integer(fen) }
}

extension Area: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) { self.init(units: try Int64(sqlValue: sqlValue)) }
    package var sqlValue: SQLValue { .integer(units) }
}

extension CivilDate: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) {
        guard case .text(let text) = sqlValue, let date = CivilDate(recorded: text) else {
            throw StorageError.unexpected("a date", sqlValue)
        }
        self = date
    }
    package var sqlValue: SQLValue { .text(description) }
}

extension Name: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) {
        guard case .text(let text) = sqlValue, let name = try? Name(field: .string(text), notation: .logged) else {
            throw StorageError.unexpected("a name", sqlValue)
        }
        self = name
    }
    package var sqlValue: SQLValue { .text(text) }
}

extension Bounded: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) {
        guard case .integer(let number) = sqlValue,
            let value = try? Bounded(field: .integer(number), notation: .logged)
        else { throw StorageError.unexpected("a number", sqlValue) }
        self = value
    }
    package var sqlValue: SQLValue { .integer(value) }
}

extension DivisionCode: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) {
        guard case .text(let text) = sqlValue, let code = try? DivisionCode(field: .string(text), notation: .logged)
        else { throw StorageError.unexpected("a division code", sqlValue) }
        self = code
    }
    package var sqlValue: SQLValue { .text(digits) }
}

extension CreditCode: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) {
        guard case .text(let text) = sqlValue, let code = try? CreditCode(text) else {
            throw StorageError.unexpected("a credit code", sqlValue)
        }
        self = code
    }
    package var sqlValue: SQLValue { .text(text) }
}

extension Role: SQLValueConvertible {}
extension CodeSystem: SQLValueConvertible {}
extension DivisionLevel: SQLValueConvertible {}
