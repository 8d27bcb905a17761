namespace PolicyLint;

/// <summary>How IAM Access Analyzer weighs what one of its checks finds.</summary>
public enum IssueType
{
    /// <summary><c>ERROR</c>: the policy does not work as written.</summary>
    Error,

    /// <summary><c>SECURITY_WARNING</c>: more access than AWS holds to be safe.</summary>
    SecurityWarning,

    /// <summary><c>WARNING</c>: does not follow good practice; not about security.</summary>
    Warning,

    /// <summary><c>SUGGESTION</c>: could be better; changes no access.</summary>
    Suggestion,
}

/// <summary>
/// A check of IAM Access Analyzer's ValidatePolicy: what its findings carry as <c>issueCode</c>. The ones there are stand in
/// <see cref="IssueCodes"/>.
/// </summary>
public sealed class IssueCode
{
    /// <summary>Names a check that <see cref="IssueCodes"/> does not have: AWS adds some.</summary>
    /// <param name="name">The code as the service writes it.</param>
    /// <param name="type">How the service weighs it.</param>
    public IssueCode(string name, IssueType type)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Type = type;
    }

    /// <summary>The code as the service writes it: <c>PASS_ROLE_WITH_STAR_IN_RESOURCE</c>.</summary>
    public string Name { get; }

    /// <summary>How the service weighs it.</summary>
    public IssueType Type { get; }

    /// <summary>What a finding of the service of this type weighs in PolicyLint.</summary>
    public Severity Severity => Type switch
    {
        IssueType.Error => Severity.Error,
        IssueType.Suggestion => Severity.Suggestion,
        _ => Severity.Warning,
    };

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;
}

/// <summary>The service's names of its types.</summary>
public static class IssueTypeNames
{
    /// <summary>The type as the service writes it: <c>SECURITY_WARNING</c>.</summary>
    public static string ToName(this IssueType type) => type switch
    {
        IssueType.Error => "ERROR",
        IssueType.SecurityWarning => "SECURITY_WARNING",
        IssueType.Warning => "WARNING",
        _ => "SUGGESTION",
    };
}
