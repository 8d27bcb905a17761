namespace PolicyLint.Tests.Evaluation;

/// <summary>Principals as a policy writes them.</summary>
internal static class Named
{
    public const string Everybody = "'*'";
    public const string User = $"{{'AWS': '{Ask.User}'}}";
    public const string Role = $"{{'AWS': '{Ask.Role}'}}";
    public const string Session = $"{{'AWS': '{Ask.Session}'}}";
    public const string Account = $"{{'AWS': '{Ask.Account}'}}";
    public const string Root = $"{{'AWS': 'arn:aws:iam::{Ask.Account}:root'}}";
}
