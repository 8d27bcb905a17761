namespace PolicyLint.Rules;

/// <summary>In which profile a rule runs.</summary>
public enum RuleProfile
{
    /// <summary>On unless switched off.</summary>
    Default,

    /// <summary>Guardrails that strict shops switch on.</summary>
    Hardened,

    /// <summary>
    /// What IAM Access Analyzer's ValidatePolicy would say. As the profile of a run: exactly the findings that have an
    /// <see cref="Finding.IssueCode"/>, weighed as the service weighs them. As the profile of a rule: it runs there only.
    /// </summary>
    AccessAnalyzer,
}

/// <summary>The names of profiles.</summary>
public static class RuleProfileNames
{
    /// <summary><c>default</c>, <c>hardened</c> or <c>access-analyzer</c>.</summary>
    public static string ToName(this RuleProfile profile) => profile switch
    {
        RuleProfile.Hardened => "hardened",
        RuleProfile.AccessAnalyzer => "access-analyzer",
        _ => "default",
    };
}
