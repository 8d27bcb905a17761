namespace PolicyLint.Analysis;

/// <summary>What a condition narrows an Allow to. A block may narrow several ways.</summary>
[Flags]
public enum ConditionScope
{
    /// <summary>Nothing: the key says nothing dependable about who, what or where, or the term does not narrow.</summary>
    None = 0,

    /// <summary>Certain resources: by tag, account or organisation of the resource.</summary>
    Resource = 1,

    /// <summary>Certain requests: by the tags or parameters asked for.</summary>
    Request = 2,

    /// <summary>Certain callers.</summary>
    Principal = 4,

    /// <summary>Callers in certain networks.</summary>
    Network = 8,

    /// <summary>Certain sessions: signed in with MFA, recently, or from a certain origin.</summary>
    Session = 16,

    /// <summary>Certain regions.</summary>
    Region = 32,

    /// <summary>Certain AWS services as the go-between or the receiver of a role.</summary>
    Service = 64,

    /// <summary>Certain times.</summary>
    Time = 128,
}
