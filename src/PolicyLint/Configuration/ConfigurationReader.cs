using System.Collections.Immutable;
using System.Globalization;
using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules;

namespace PolicyLint.Configuration;

/// <summary>Reads a configuration: one method for each of its keys.</summary>
internal sealed class ConfigurationReader(SourceText source, RuleNames names, ServiceCatalog catalog)
{
    private readonly ConfigurationProblems _problems = new(source);

    public LintConfiguration Read()
    {
        if (ConfigurationJson.Read(source, _problems) is not { } root || ObjectReader.Of(root, "a configuration", _problems) is not { } file)
            return new LintConfiguration(source, names) { Problems = _problems.ToSorted() };

        file.Text("$schema");
        Configured<RuleProfile>? profile = file.Choice("profile", ConfigurationWords.Profiles);
        Configured<FailOn>? failOn = file.Choice("failOn", ConfigurationWords.FailOns);
        Configured<string>? catalogFile = ReadCatalog(file);
        Configured<string>? home = ReadHomeAccount(file);
        ImmutableArray<FileEntry> files = [.. file.Items("files").Select(ReadFile).OfType<FileEntry>()];

        // First the rules: the others may speak of them.
        var rules = new DeclaredRuleReader(_problems, names, catalog);
        ImmutableArray<Rule> customRules = [.. file.Items("customRules").Select(rules.Read).OfType<Rule>()];
        ImmutableArray<SeveritySetting> severities = [.. ReadSeverities(file)];
        ImmutableArray<Suppression> suppressions = [.. file.Items("suppressions").Select(ReadSuppression).OfType<Suppression>()];
        file.End();
        return new LintConfiguration(source, names)
        {
            Profile = profile,
            FailOn = failOn,
            HomeAccount = home,
            CatalogFile = catalogFile,
            Catalog = catalog,
            Files = files,
            CustomRules = customRules,
            Severities = severities,
            Suppressions = suppressions,
            Problems = _problems.ToSorted(),
        };
    }

    private Configured<string>? ReadHomeAccount(ObjectReader file)
    {
        if (file.Object("accounts") is not { } accounts)
            return null;

        Configured<string>? home = accounts.Text("home");
        accounts.End();
        if (home is not { } written || (written.Value.Length == 12 && written.Value.All(char.IsAsciiDigit)))
            return home;

        _problems.Add(written.Place, $"`home`: {written.Value.Quoted()} is no account, which has 12 digits");
        return null;
    }

    // The file is opened by whoever uses the configuration: it must lie beside it or below, so that none can point elsewhere.
    private Configured<string>? ReadCatalog(ObjectReader file)
    {
        if (file.Text("catalog") is not { } written)
            return null;

        string[] parts = written.Value.Split('/', '\\');
        if (written.Value.Length > 0 && !written.Value.Contains(':', StringComparison.Ordinal) && !parts.Any(part => part is "" or ".."))
            return written;

        _problems.Add(written.Place, $"`catalog`: {written.Value.Quoted()} is no file in the folder of the configuration or below it");
        return null;
    }

    private IEnumerable<SeveritySetting> ReadSeverities(ObjectReader file)
    {
        if (file.Object("severities") is not { } severities)
            yield break;

        foreach (JsonMember member in severities.AllMembers())
        {
            if (severities.Choice(member.Value, member.Name, ConfigurationWords.SeveritiesOrOff) is not { } severity)
                continue;

            bool isCategory = RuleNames.Categories.Any(category => category.Word.Equals(member.Name, StringComparison.OrdinalIgnoreCase));
            if (isCategory || FindRule(member.Name, member.NameSpan, orCategory: true) is not null)
                yield return new SeveritySetting(member.Name, severity.Value, member.NameSpan);
        }
    }

    private FileEntry? ReadFile(JsonValue value)
    {
        const string what = "an entry of `files`";
        if (ObjectReader.Of(value, what, _problems) is not { } entry)
            return null;

        PathGlob? glob = ReadGlob(entry.RequiredText("glob", what), "glob");
        Configured<PolicyType>? type = entry.Choice("type", ConfigurationWords.Types);
        Configured<PolicyResourceType>? resourceType = entry.Choice("resourceType", ConfigurationWords.ResourceTypes);
        Configured<RuleProfile>? profile = entry.Choice("profile", ConfigurationWords.Profiles);
        Configured<bool>? exclude = entry.Flag("exclude");
        entry.End();
        if (type is { } given && resourceType is { } resource && resource.Value.ToPolicyType() != given.Value)
        {
            _problems.Add(resource.Place, $"`resourceType`: policies of {resource.Value.ToName()} are of type {resource.Value.ToPolicyType().ToName()}, not {given.Value.ToName()}");
            return null;
        }

        return glob is null ? null : new FileEntry(glob, value.Span) { Type = type, ResourceType = resourceType, Profile = profile, Exclude = exclude };
    }

    private Suppression? ReadSuppression(JsonValue value, int number)
    {
        const string what = "a suppression";
        if (ObjectReader.Of(value, what, _problems) is not { } entry)
            return null;

        Configured<string>? ruleName = entry.RequiredText("rule", what);
        PathGlob? file = ReadGlob(entry.Text("file"), "file");
        Configured<string>? policy = entry.Text("policy");
        Configured<string>? sid = entry.Text("sid");
        Configured<string>? pointer = entry.Text("pointer");
        Configured<string>? text = entry.Text("value");
        Configured<string>? reason = entry.RequiredText("reason", what);
        DateOnly? expires = ReadDay(entry.Text("expires"));
        entry.End();
        if (sid is not null && pointer is { } both)
            _problems.Add(both.Place, "`pointer` and `sid` both tell the statement: give one of them");

        if (pointer is { } place && !place.Value.StartsWith('/'))
            _problems.Add(place.Place, "`pointer` must start with `/`, as in `/Statement/0/Action`");

        if (ruleName is not { } name || reason is null || FindRule(name.Value, name.Place, orCategory: false) is not { } rule)
            return null;

        return new Suppression(rule, reason.Value.Value, value.Span, number)
        {
            File = file,
            Policy = policy is { } address ? Glob.Parse(address.Value, policyVariables: false) : null,
            Sid = sid?.Value,
            Pointer = pointer?.Value,
            Value = text is { } pattern ? Glob.Parse(pattern.Value, policyVariables: false) : null,
            Expires = expires,
        };
    }

    private RuleDescriptor? FindRule(string name, TextSpan place, bool orCategory)
    {
        RuleDescriptor? rule = names.Find(name);
        if (rule == EngineRules.RuleFailed)
        {
            _problems.Add(place, $"{rule} says that a check is incomplete: it can be neither changed nor suppressed");
            return null;
        }

        if (rule is null)
            _problems.Add(place, $"no rule {(orCategory ? "or category " : "")}is called {name.Quoted()}{names.DidYouMean(name, orCategory)}");

        return rule;
    }

    private PathGlob? ReadGlob(Configured<string>? text, string name)
    {
        if (text is not { } written)
            return null;

        PathGlob? glob = PathGlob.TryParse(written.Value, out string? fault);
        if (glob is null)
            _problems.Add(written.Place, $"`{name}`: {written.Value.Quoted()} {fault}");

        return glob;
    }

    private DateOnly? ReadDay(Configured<string>? text)
    {
        if (text is not { } written)
            return null;

        if (DateOnly.TryParseExact(written.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return day;

        _problems.Add(written.Place, $"`expires`: {written.Value.Quoted()} is no day, such as `2030-12-31`");
        return null;
    }
}
