namespace PolicyLint.Sources.Tests.CloudFormation;

/// <summary>One misspelt action (PL2002) in each way in which YAML lets people write it.</summary>
public sealed class YamlTemplateTests
{
    private const string Found = "PL2002 P (PolicyDocument)";

    [Test]
    public void Block_style_without_quotes() => TemplateCase.Check(
        """
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: 2012-10-17
                Statement:
                  - Effect: Allow
                    Action: [|s3:GetObjet|]   # a typing mistake
                    Resource: arn:aws:s3:::data/*
        """,
        Found);

    [Test]
    public void A_list_at_the_column_of_its_name_and_a_list_of_actions() => TemplateCase.Check(
        """
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                - Effect: Allow
                  Action:
                  - s3:GetObject
                  - [|s3:PutObjet|]
                  Resource: arn:aws:s3:::data/*
        """,
        Found);

    [Test]
    public void A_single_statement_without_a_list() => TemplateCase.Check(
        """
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  Effect: Allow
                  Action: [|'s3:GetObjet'|]
                  Resource: arn:aws:s3:::data/*
        """,
        Found);

    [Test]
    public void Double_quotes_with_escapes() => TemplateCase.Check(
        """
        "Resources":
          "P":
            "Type": "AWS::IAM::ManagedPolicy"
            "Properties":
              "PolicyDocument":
                "Version": "2012-10-17"
                "Statement":
                  - "Effect": "Allow"
                    "Action": [|"s3:Get\x4Fbjet"|]
                    "Resource": "arn:aws:s3:::data/*"
        """,
        Found);

    [Test]
    public void Flow_style_on_one_line() => TemplateCase.Check(
        """
        Resources:
          P: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: [s3:GetObject, [|s3:GetObjet|]], Resource: "arn:aws:s3:::data/*"}]}}}
        """,
        Found);

    [Test]
    public void Flow_style_over_several_lines() => TemplateCase.Check(
        """
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument: {
                "Version": "2012-10-17",
                "Statement": [
                  { "Effect": "Allow", "Action": [|"s3:GetObjet"|], "Resource": "arn:aws:s3:::data/*", },
                ]
              }
        """,
        Found);

    [Test]
    public void JSON_in_a_literal_block() => TemplateCase.Check(
        """
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument: |
                {
                  "Version": "2012-10-17",
                  "Statement": [{
                    "Effect": "Allow",
                    "Action": [|"s3:GetObjet"|],
                    "Resource": "arn:aws:s3:::data/*"
                  }]
                }
        """,
        Found);

    [Test]
    public void JSON_in_a_literal_block_with_parameters() => TemplateCase.Check(
        """
        Parameters:
          Bucket: {Type: String, Default: data}
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument: !Sub |-
                {
                  "Version": "2012-10-17",
                  "Statement": [{
                    "Effect": "Allow",
                    "Action": ["s3:GetObject", [|"s3:GetObjet"|]],
                    "Resource": "arn:${AWS::Partition}:s3:::${Bucket}/*"
                  }]
                }
        """,
        Found);

    [Test]
    public void JSON_in_a_folded_block() => TemplateCase.Check(
        """
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument: >
                {"Version": "2012-10-17",
                "Statement": {"Effect": "Allow",
                "Action": [|"s3:GetObjet"|],

                "Resource": "arn:aws:s3:::data/*"}}
        """,
        Found);

    [Test]
    public void JSON_in_single_quotes() => TemplateCase.Check(
        """
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument: '{"Version": "2012-10-17", "Statement": {"Sid": "It", "Effect": "Allow", "Action": [|"s3:GetObjet"|], "Resource": "arn:aws:s3:::data/*"}}'
        """,
        Found);

    [Test]
    public void JSON_in_double_quotes() => TemplateCase.Check(
        """
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument: "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\": [|\"s3:GetObjet\"|], \"Resource\": \"arn:aws:s3:::data/*\"}}"
        """,
        Found);

    [Test]
    public void A_scalar_over_two_lines() => TemplateCase.Check(
        """
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: 2012-10-17
                Statement:
                  - Effect: Allow
                    Action:
                      [|"s3:Get\
                        Objet"|]
                    Resource: arn:aws:s3:::data/*
        """,
        Found);

    [Test]
    public void Anchors_and_aliases_point_at_what_is_written_once() => TemplateCase.Check(
        """
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument: &document
                Version: 2012-10-17
                Statement:
                  - Effect: Allow
                    Action: [|&action s3:GetObjet|]
                    Resource: arn:aws:s3:::data/*
          Q:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument: *document
          R:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: 2012-10-17
                Statement:
                  - {Effect: Allow, Action: *action, Resource: "arn:aws:s3:::data/*"}
        """.Replace("[|&action s3:GetObjet|]", "[|[|[|&action s3:GetObjet|]|]|]", StringComparison.Ordinal),
        "PL2002 P (PolicyDocument)",
        "PL2002 Q (PolicyDocument)",
        "PL2002 R (PolicyDocument)");

    [Test]
    public void Merge_keys_bring_the_elements_of_another_statement() => TemplateCase.Check(
        """
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: 2012-10-17
                Statement:
                  - &base
                    Effect: Allow
                    Action: s3:GetObject
                    Resource: [?!Ref Anything?]
                  - <<: *base
                    Action: [|s3:GetObjet|]
                    Resource: arn:aws:s3:::data/*
        """,
        "? P (PolicyDocument)",
        Found);

    [Test]
    public void Short_tags_before_every_style() => TemplateCase.Check(
        """
        Parameters:
          Verb: {Type: String, Default: Get}
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: 2012-10-17
                Statement:
                  - Effect: Allow
                    Action:
                      - [|!Sub s3:${Verb}Objet|]
                      - [|!Sub 's3:${Verb}Objekt'|]
                      - [|!Join ["", ["s3:", !Ref Verb, "Obiect"]]|]
                      - [|!Sub
                        - s3:${V}Objeto
                        - V: !Ref Verb|]
                    Resource: !Sub "arn:${AWS::Partition}:s3:::data/*"
        """,
        Found, Found, Found, Found);

    [Test]
    public void Long_names_of_functions() => TemplateCase.Check(
        """
        Parameters:
          Verb: {Type: String, Default: Get}
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: 2012-10-17
                Statement:
                  - Effect: Allow
                    Action:
                      - [|Fn::Sub: s3:${Verb}Objet|]
                      - [|Fn::Join:
                          - ':'
                          - - s3
                            - GetObiect|]
                    Resource:
                      Fn::Sub: arn:${AWS::Partition}:s3:::data/*
        """,
        Found, Found);

    [Test]
    public void Letters_of_several_bytes_move_columns_as_editors_count_them()
    {
        SourceText file = SourceText.From("Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: {Version: 2012-10-17, Statement: [{Sid: '\U0001F600ü', Effect: Allow, Action: s3:GetObjet, Resource: 'arn:aws:s3:::data/*'}]}\n");

        List<(TextSpan Place, string Said)> said = TemplateCase.Lint(file);

        said.Select(item => $"{file.GetPosition(item.Place.Start)} {item.Said}").Should().Equal("5:63 PL0112 P (PolicyDocument)", "5:93 PL2002 P (PolicyDocument)");
    }

    [Test]
    public void Line_ends_of_Windows_and_a_byte_order_mark()
    {
        SourceText file = SourceText.From("\uFEFFResources:\r\n  P:\r\n    Type: AWS::IAM::ManagedPolicy\r\n    Properties:\r\n      PolicyDocument: |\r\n        {\"Version\": \"2012-10-17\",\r\n         \"Statement\": {\"Effect\": \"Allow\",\r\n         \"Action\": \"s3:GetObjet\", \"Resource\": \"arn:aws:s3:::data/*\"}}\r\n");

        List<(TextSpan Place, string Said)> said = TemplateCase.Lint(file);

        said.Select(item => $"{file.GetPosition(item.Place.Start)} {item.Said}").Should().Equal("8:20 PL2002 P (PolicyDocument)");
    }

    [Test]
    public void A_name_that_stands_twice_is_found_at_the_second() => TemplateCase.Check(
        """
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: 2012-10-17
                Statement:
                  - Effect: Allow
                    Action: s3:GetObject
                    [|Action|]: s3:PutObject
                    Resource: arn:aws:s3:::data/*
        """,
        "PL0101 P (PolicyDocument)");

    [Test]
    public void A_value_that_is_missing_is_found_where_it_should_be() => TemplateCase.Check(
        """
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: 2012-10-17
                Statement:
                  - Effect: Allow
                    Action: [|null|]
                    Resource: arn:aws:s3:::data/*
        """,
        "PL0103 P (PolicyDocument)");
}
